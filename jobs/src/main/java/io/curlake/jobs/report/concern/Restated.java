package io.curlake.jobs.report.concern;

import io.curlake.jobs.report.Top;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What later deliveries changed of days that were over.
 *
 * @param changes newest first
 * @param quiet how many keys changed without moving the cost of such a day, by cause in words
 */
public record Restated(Top<Change> changes, Map<String, Long> quiet) {
    /**
     * What one delivery changed for one cause.
     *
     * @param keys how many rows of the table {@code restatement}
     * @param amount unblended, after less before
     * @param news since the last report, or known to it
     */
    public record Change(
            Instant at, String period, String delivery, String cause, long keys, BigDecimal amount, News news) {
        public static final Change NONE = new Change(Instant.EPOCH, "", "", "", 0, BigDecimal.ZERO, News.KNOWN);

        public Change plus(Change other) {
            return new Change(Instant.EPOCH, "", "", "", keys + other.keys, amount.add(other.amount), News.KNOWN);
        }
    }

    /** Whether the last report could know it. */
    public enum News {
        NEW,
        KNOWN
    }
}
