package io.curlake.jobs.restatement;

import io.curlake.jobs.restatement.cause.Cause;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one cause changed in one currency: after minus before. */
public record CauseTotal(
        String currency, Cause cause, long keys, long days, long rows, BigDecimal unblended, BigDecimal effective) {

    /** The changes of all days, by currency and in the order of the causes. */
    public static List<CauseTotal> of(List<DailyChange> changes) {
        Map<String, CauseTotal> totals = new LinkedHashMap<>();
        changes.forEach(change -> totals.merge(change.currency() + " " + change.cause(), of(change), CauseTotal::plus));
        return totals.values().stream()
                .sorted(Comparator.comparing(CauseTotal::currency).thenComparing(CauseTotal::cause))
                .toList();
    }

    private static CauseTotal of(DailyChange change) {
        return new CauseTotal(
                change.currency(),
                change.cause(),
                change.keys(),
                1,
                change.rows(),
                change.unblended(),
                change.effective());
    }

    private CauseTotal plus(CauseTotal other) {
        return new CauseTotal(
                currency,
                cause,
                keys + other.keys,
                days + other.days,
                rows + other.rows,
                unblended.add(other.unblended),
                effective.add(other.effective));
    }
}
