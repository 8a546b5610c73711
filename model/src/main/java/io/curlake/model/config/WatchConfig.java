package io.curlake.model.config;

import io.curlake.model.BillingPeriod;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a closed billing period is looked at again, once it was loaded.
 *
 * @param months how many months before the current one; for ever where empty
 */
public record WatchConfig(Optional<Integer> months) {
    public static final WatchConfig ALL = new WatchConfig(Optional.empty());

    private static final Pattern MONTHS = Pattern.compile("(\\d{1,3})m");

    /** Reads {@code all}, or a number of months as {@code 3m}; throws IllegalArgumentException for anything else. */
    static WatchConfig parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        Matcher matcher = MONTHS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number of months: write for example 3m, or all");
        }
        return new WatchConfig(Optional.of(Integer.parseInt(matcher.group(1))));
    }

    /** Whether a delivery of the period may still be replaced, as seen in the current one. */
    public boolean covers(BillingPeriod period, BillingPeriod current) {
        return months.map(m -> !period.month().isBefore(current.month().minusMonths(m)))
                .orElse(true);
    }

    @Override
    public String toString() {
        return months.map(m -> m + "m").orElse("all");
    }
}
