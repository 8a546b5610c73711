package io.curlake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** What {@code ./curlake} answered, run in this JVM: its exit code and what it wrote. */
public record Typed(int exitCode, String out, String err) {
    public static Typed run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Curlake.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments.toArray(String[]::new));
        return new Typed(exitCode, out.toString(), err.toString());
    }

    /** All verbs. */
    public static Set<String> verbs() {
        return Curlake.commandLine().getSubcommands().keySet();
    }

    /** Sets Spark up as the launcher does: it turns each line of conf/spark-defaults.conf into a property of the JVM. */
    public static void useSparkAsTheLauncherDoes() throws IOException {
        for (String line : Files.readAllLines(Path.of("../conf/spark-defaults.conf"))) {
            if (line.startsWith("spark.")) {
                String[] setting = line.split("\\s+", 2);
                System.setProperty(setting[0], setting[1]);
            }
        }
        LocalSpark.useUnlessSet();
    }
}
