package io.curlake.sandbox;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The classes of S3Proxy with their own Jackson, Jetty and SDK, apart from everything else in this JVM: on one class path
 * they would clash with Spark's. Loaded once, on first use.
 */
final class S3ProxyClasses extends URLClassLoader {
    private static @Nullable S3ProxyClasses loaded;

    private S3ProxyClasses(URL jar) {
        super("s3proxy", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    static synchronized S3ProxyClasses load() {
        if (loaded == null) {
            loaded = new S3ProxyClasses(jar());
        }
        return loaded;
    }

    Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName("org.gaul.s3proxy." + name, true, this);
    }

    /** The server logs to standard output unless its configuration is found before the one in its jar. */
    @Override
    public @Nullable URL findResource(String name) {
        return name.equals("logback.xml")
                ? S3ProxyClasses.class.getResource("silent-logback.xml")
                : super.findResource(name);
    }

    /** Beside this module's jar or class folder, where the build puts it. */
    private static URL jar() {
        try {
            Path here = Path.of(S3ProxyClasses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path jar = here.resolveSibling("s3proxy").resolve("s3proxy.jar");
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException("Cannot start the embedded S3 server: " + jar
                        + " is missing. Build it with 'mvn -pl sandbox generate-resources'.");
            }
            return jar.toUri().toURL();
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("Cannot start the embedded S3 server: " + e.getMessage() + ".", e);
        }
    }
}
