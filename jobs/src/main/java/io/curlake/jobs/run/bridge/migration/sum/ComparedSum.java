package io.curlake.jobs.run.bridge.migration.sum;

import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What both sources say of one part of a billing period.
 *
 * @param value of the dimension; '' for the total
 * @param measures by column name, in the order of the table
 */
public record ComparedSum(
        BillingPeriod period,
        String currency,
        Dimension dimension,
        String value,
        long fromRows,
        long toRows,
        Map<String, Measure> measures) {
    /** What sums are taken by. */
    public enum Dimension {
        TOTAL,
        LINE_ITEM_TYPE,
        ACCOUNT,
        PRODUCT,
        DAY,
        INVOICE,
        TAG_KEY;

        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param beyond what of the difference is no rounding
     * @param groups how many groups of line items differ by more than rounding
     */
    public record Measure(BigDecimal from, BigDecimal to, BigDecimal beyond, long groups) {
        public BigDecimal change() {
            return to.subtract(from);
        }

        /** Whether the difference, if there is one, is small enough to come from formats that round differently. */
        public boolean isSameButRounding() {
            return groups == 0;
        }

        public boolean isExact() {
            return groups == 0 && change().signum() == 0;
        }

        BigDecimal size() {
            return change().abs().max(beyond.abs());
        }
    }

    /** The largest differences first. */
    static final Comparator<ComparedSum> BY_SIZE = Comparator.comparing(
                    (ComparedSum sum) -> sum.measure(sum.mostDifferent()).size())
            .reversed()
            .thenComparing(ComparedSum::currency)
            .thenComparing(ComparedSum::value);

    public Measure measure(String name) {
        return Objects.requireNonNull(measures.get(name), name);
    }

    /** The measure that differs most; the first where none does. */
    public String mostDifferent() {
        String most = measures.keySet().iterator().next();
        for (Map.Entry<String, Measure> entry : measures.entrySet()) {
            if (entry.getValue().size().compareTo(measure(most).size()) > 0) {
                most = entry.getKey();
            }
        }
        return most;
    }

    public boolean isExact() {
        return measures.values().stream().allMatch(Measure::isExact);
    }

    public boolean isSameButRounding() {
        return measures.values().stream().allMatch(Measure::isSameButRounding);
    }
}
