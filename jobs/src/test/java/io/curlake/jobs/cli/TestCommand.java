package io.curlake.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
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
}
