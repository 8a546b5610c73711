package io.curlake.jobs.run.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The classes of a load as the JVM maps them, so that a process starts in half the time. The JVM takes classes from jars only,
 * so the folders of the class path become jars.
 */
record ArchivedClasses(Path archive, String classPath) {
    /** Archives what a load of that warehouse needs, which it loads on the way. */
    static ArchivedClasses ofALoad(Path folder, Path bucket, Path warehouse) {
        ArchivedClasses classes = new ArchivedClasses(folder.resolve("classes.jsa"), jars(folder));
        List<String> option = List.of("-XX:ArchiveClassesAtExit=" + classes.archive);
        try (TestProcess load = TestProcess.start(folder.resolve("log"), classes.classPath, option)) {
            load.hear("ready");
            load.say(SteppingLoad.line(bucket, warehouse));
            assertThat(load.hear("ended")).isEqualTo("ended DONE 3 loaded");
            load.end();
        }
        return classes;
    }

    TestProcess start(Path log) {
        return TestProcess.start(log, classPath, List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive));
    }

    private static String jars(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String jar(Path classes, Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file)) {
                out.setLevel(0);
                for (Path path : Folders.content(classes)) {
                    if (Files.isRegularFile(path)) {
                        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                        Files.copy(path, out);
                    }
                }
            }
            return jar.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
