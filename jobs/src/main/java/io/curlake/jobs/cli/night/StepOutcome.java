package io.curlake.jobs.cli.night;

import io.curlake.model.ExitCode;
import java.util.Optional;

/**
 * How a verb of a night ended.
 *
 * @param exitCode none where it was not run
 * @param answer what it wrote on stdout, where that was kept
 */
record StepOutcome(Step step, Optional<ExitCode> exitCode, double seconds, String answer) {
    static StepOutcome notRun(Step step) {
        return new StepOutcome(step, Optional.empty(), 0, "");
    }

    /** Whether what comes after it cannot do better: nobody foresaw it, or the warehouse is another's. */
    boolean endsTheNight() {
        return exitCode.map(code -> switch (code) {
                    case UNEXPECTED, USAGE, LOCKED, INTERRUPTED -> true;
                    // What was loaded before, and other sources and periods, can be built and reported all the same.
                    case DONE, NOTHING_DELIVERED, PERMISSION_DENIED, DELIVERY_UNREADABLE, LEDGER_UNBALANCED -> false;
                })
                .orElse(false);
    }
}
