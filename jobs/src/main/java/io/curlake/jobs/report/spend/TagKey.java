package io.curlake.jobs.report.spend;

import io.curlake.jobs.report.Top;
import java.math.BigDecimal;

/**
 * The cost of the month by one key. Every charge is there once.
 *
 * @param kind {@code resource_tag}, {@code cost_category}, …
 * @param tagged the cost that has a value
 * @param values the dearest, '' for what has none; the total is the cost of the month
 */
public record TagKey(String kind, String key, BigDecimal tagged, Top<Share> values) {
    public BigDecimal untagged() {
        return values.total().cost().subtract(tagged);
    }
}
