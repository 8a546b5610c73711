package io.curlake.jobs.run.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a verb was called: by whom, with what, and who wants to know how it goes.
 *
 * @param runId names the run in the table {@code run} and in the log
 * @param arguments as they were typed
 * @param user of the operating system
 * @param notices takes sentences that a person should read
 * @param stages takes what the run does, stage by stage
 */
public record Invocation(String runId, List<String> arguments, String user, Consumer<String> notices, StageLog stages) {
    public Invocation {
        arguments = List.copyOf(arguments);
    }

    /** By the user of this process. */
    public static Invocation ofThisProcess(
            String runId, List<String> arguments, Consumer<String> notices, StageLog stages) {
        String user = Optional.ofNullable(System.getProperty("user.name")).orElse("unknown");
        return new Invocation(runId, arguments, user, notices, stages);
    }
}
