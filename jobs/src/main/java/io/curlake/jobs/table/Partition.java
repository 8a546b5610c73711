package io.curlake.jobs.table;

import io.curlake.model.BillingPeriod;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One billing period of one source: what is replaced as a whole. */
public record Partition(String source, BillingPeriod period) {
    public static final Comparator<Partition> BY_SOURCE_AND_PERIOD =
            Comparator.comparing(Partition::source).thenComparing(Partition::period);

    /** The partition of a file of a partitioned table. */
    public static Partition of(Map<String, String> values) {
        return new Partition(
                Objects.requireNonNull(values.get("source")),
                BillingPeriod.parse(Objects.requireNonNull(values.get("billing_period"))));
    }

    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("source", source);
        values.put("billing_period", period.toString());
        return values;
    }

    public String folder() {
        return "source=" + source + "/billing_period=" + period;
    }

    @Override
    public String toString() {
        return "billing period " + period + " of '" + source + "'";
    }
}
