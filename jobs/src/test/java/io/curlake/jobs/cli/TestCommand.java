package io.curlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** What a command line answered: its exit code and what it wrote. */
public record TestCommand(int exitCode, String out, String err) {
    public static TestCommand run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Jobs.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new TestCommand(exitCode, out.toString(), err.toString());
    }

    /** With {@code --config} behind the arguments. */
    public static TestCommand configured(Path config, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--config");
        all.add(config.toString());
        return run(all.toArray(String[]::new));
    }

    /** The filled cells of each line of a table, with a space between. */
    public static List<String> cells(String table) {
        return table.lines()
                .map(line -> line.replaceAll("[│║|]+", " ").strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** Asserts that the command was misused, in exactly these words. */
    public void assertRefused(String words) {
        assertThat(err).isEqualTo(words);
        assertThat(exitCode).isEqualTo(2);
    }
}
