package io.curlake.jobs.run.record;

import io.curlake.model.ExitCode;

/** How a run ended, as the table {@code run} says it. */
public enum Outcome {
    DONE("done"),
    /** With a reason that somebody can act on. */
    REFUSED("refused"),
    /** With something that nobody foresaw. */
    FAILED("failed");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public static Outcome of(ExitCode exitCode) {
        return switch (exitCode) {
            case DONE -> DONE;
            case UNEXPECTED, INTERRUPTED -> FAILED;
            case LEDGER_UNBALANCED, DELIVERY_UNREADABLE, PERMISSION_DENIED, NOTHING_DELIVERED, USAGE, LOCKED -> REFUSED;
        };
    }

    public String word() {
        return word;
    }
}
