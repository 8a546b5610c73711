package io.curlake.jobs.cli;

import io.curlake.jobs.run.Failures;
import io.curlake.model.ExitCode;
import io.curlake.model.NearestWord;
import io.curlake.model.Refusal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line with curlake's manners: refusals as one sentence, exit codes as documented, suggestions for typos. */
public final class CommandLines {
    private CommandLines() {}

    /** @param verbs besides those that the command's annotation names */
    public static CommandLine of(Object command, List<?> verbs) {
        CommandLine commandLine = new CommandLine(command);
        verbs.forEach(commandLine::addSubcommand);
        // Settings reach only the verbs that are there already.
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLines::misused)
                .setExecutionExceptionHandler(CommandLines::failed)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setUsageHelpWidth(100);
        return commandLine;
    }

    private static int misused(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? suggestions(command, unmatched) : List.of();
        if (!suggestions.isEmpty()) {
            err.println("Did you mean: " + String.join(" or ", suggestions) + "?");
        }
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    /** picocli compares pairs of letters, in which {@code laod} and {@code load} have none in common. */
    private static List<String> suggestions(CommandLine command, UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0);
        return word.startsWith("-")
                ? unmatched.getSuggestions()
                : NearestWord.of(word, List.copyOf(command.getSubcommands().keySet()));
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        Refusal refusal = Failures.of(e, "run '" + command.getCommandSpec().qualifiedName() + "'");
        command.getErr().println(refusal.getMessage());
        if (isVerbose(command)) {
            e.printStackTrace(command.getErr());
        }
        return refusal.exitCode().code();
    }

    private static boolean isVerbose(CommandLine command) {
        return command.getParseResult() != null && command.getParseResult().hasMatchedOption("--verbose");
    }
}
