package io.curlake.jobs.report;

import io.curlake.jobs.report.concern.Discovery;
import io.curlake.jobs.report.proof.PeriodState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a report says.
 *
 * @param before when the report was made that this one replaces
 * @param since restatements from here on are shown
 * @param unbuilt sources without any built period
 * @param alike sources of one payer: their books show the same money
 * @param books of every source and currency that was built; never added
 * @param periods of every source, newest first
 */
public record Report(
        Instant made,
        Optional<Instant> before,
        Instant since,
        List<String> unbuilt,
        List<List<String>> alike,
        List<Book> books,
        Discovery discovery,
        List<PeriodState> periods) {

    /** Whether a ledger does not balance, or tables do not hold what their ledger says. */
    public boolean isOutOfBalance() {
        return periods.stream().anyMatch(PeriodState::isOutOfBalance);
    }
}
