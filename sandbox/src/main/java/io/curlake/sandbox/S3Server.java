package io.curlake.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * An S3 server in this JVM, on a free loopback port. A bucket is a folder of its directory, an object a file in it.
 * Signatures are checked and conditional creates ({@code If-None-Match: *}) are atomic; there are no bucket policies.
 */
public final class S3Server implements AutoCloseable {
    private static final String ACCESS_KEY = "sandbox";
    private static final String SECRET_KEY = "sandbox-secret";

    private final Path directory;
    private final Object proxy;
    private final String endpoint;

    private S3Server(Path directory, Object proxy) throws ReflectiveOperationException {
        this.directory = directory;
        this.proxy = proxy;
        this.endpoint = "http://127.0.0.1:" + call("getPort");
    }

    /** Starts a server that keeps its buckets in a directory, which is created if needed and never removed. */
    public static S3Server start(Path directory) {
        S3ProxyClasses classes = S3ProxyClasses.load();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            Files.createDirectories(directory);
            return new S3Server(directory, started(classes, settings(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the embedded S3 server in " + directory, e);
        } catch (ReflectiveOperationException e) {
            throw failed("start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** {@code http://127.0.0.1:port}; buckets are addressed by path. */
    public String endpoint() {
        return endpoint;
    }

    public String accessKey() {
        return ACCESS_KEY;
    }

    public String secretKey() {
        return SECRET_KEY;
    }

    /** Creates a bucket; does nothing where it exists. */
    public void createBucket(String name) {
        try {
            Path bucket = Files.createDirectories(directory.resolve(name));
            // The server takes a folder that others may read for a public bucket, and lists it to anyone.
            Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create bucket " + name, e);
        }
    }

    /** Whether a bucket of this name exists, whoever created it. */
    public boolean hasBucket(String name) {
        return Files.isDirectory(directory.resolve(name));
    }

    @Override
    public void close() {
        try {
            call("stop");
        } catch (ReflectiveOperationException e) {
            throw failed("stop", e);
        }
    }

    private static Properties settings(Path directory) {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", ACCESS_KEY);
        settings.setProperty("s3proxy.credential", SECRET_KEY);
        settings.setProperty("s3proxy.ignore-unknown-headers", "true");
        settings.setProperty("jclouds.filesystem.basedir", directory.toString());
        return settings;
    }

    private static Object started(S3ProxyClasses classes, Properties settings) throws ReflectiveOperationException {
        Object store = classes.named("BlobStores")
                .getMethod("create", String.class, Properties.class)
                .invoke(null, "filesystem-nio2", settings);
        Class<?> builders = classes.named("S3Proxy$Builder");
        Object builder = builders.getMethod("fromProperties", Properties.class).invoke(null, settings);
        builders.getMethod("blobStore", classes.named("blobstore.BlobStore")).invoke(builder, store);
        Object proxy = builders.getMethod("build").invoke(builder);
        proxy.getClass().getMethod("start").invoke(proxy);
        return proxy;
    }

    private Object call(String method) throws ReflectiveOperationException {
        return proxy.getClass().getMethod(method).invoke(proxy);
    }

    private static IllegalStateException failed(String verb, ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
        return new IllegalStateException("Cannot " + verb + " the embedded S3 server: " + cause.getMessage(), cause);
    }
}
