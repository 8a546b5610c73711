package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.run.bridge.migration.ComparedPeriod.Verdict;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.util.Comparator;
import java.util.List;

/**
 * Whether one source can take the place of another.
 *
 * @param onlyFrom the loaded periods that only the source has that is used now
 * @param onlyTo those that only the other has
 */
public record MigrationResult(
        MigrationRequest request,
        List<ComparedPeriod> periods,
        List<BillingPeriod> onlyFrom,
        List<BillingPeriod> onlyTo) {
    /** That of the worst period. */
    public Verdict verdict() {
        return periods.stream()
                .map(ComparedPeriod::verdict)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public ExitCode exitCode() {
        return switch (verdict()) {
            case SAFE, SAFE_BUT -> ExitCode.DONE;
            case NOT_SAFE -> ExitCode.DELIVERY_UNREADABLE;
        };
    }
}
