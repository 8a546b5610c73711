package io.curlake.jobs.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Asks before something vanishes or is made. Where nobody can answer, the answer is no. */
@SuppressWarnings("SystemConsoleNull") // curlake runs on JDK 17, where it is null without a terminal
public final class Confirmation {
    private Confirmation() {}

    public static boolean isGiven(CommandSpec spec, String consequence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(consequence);
        Console console = System.console();
        if (console == null) {
            err.println("To do it without being asked, add --yes.");
            return false;
        }
        String answer = console.readLine("Go on? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
