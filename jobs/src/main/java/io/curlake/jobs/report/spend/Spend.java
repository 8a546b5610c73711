package io.curlake.jobs.report.spend;

import io.curlake.jobs.report.Top;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Net amortized cost of connected accounts.
 *
 * @param asOf the last day of the month whose cost is whole; none where no day is
 * @param outlook the newest forecast of the month
 * @param days the cost of each day of the month; charges without a day, or of a day before, on its first
 * @param daysBefore the same of the month before; nothing where it is not known
 * @param months newest first
 */
public record Spend(
        Optional<LocalDate> asOf,
        Optional<Outlook> outlook,
        Map<LocalDate, BigDecimal> days,
        Map<LocalDate, BigDecimal> daysBefore,
        Top<Month> months,
        Top<Share> accounts,
        Top<Share> services,
        Tags tags) {

    /** The month and the one before as a whole. */
    public Share total() {
        return services.total();
    }

    /** Whether there are costs of the month before. */
    public boolean hasBefore() {
        return !daysBefore.isEmpty();
    }

    /** @param more how many other keys there are; they hold the same cost once more, and are not added */
    public record Tags(List<TagKey> keys, long more) {}
}
