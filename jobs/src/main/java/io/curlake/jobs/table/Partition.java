package io.curlake.jobs.table;

import io.curlake.model.BillingPeriod;
import java.util.LinkedHashMap;
import java.util.Map;

/** One billing period of one source: what is replaced as a whole. */
public record Partition(String source, BillingPeriod period) {
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("source", source);
        values.put("billing_period", period.toString());
        return values;
    }

    String folder() {
        return "source=" + source + "/billing_period=" + period;
    }

    @Override
    public String toString() {
        return "billing period " + period + " of '" + source + "'";
    }
}
