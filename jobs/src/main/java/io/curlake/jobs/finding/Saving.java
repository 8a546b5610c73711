package io.curlake.jobs.finding;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What following a finding saves a month.
 *
 * @param amount net amortized cost of 30 days; null where it is not known
 * @param currency null where the amount is
 * @param basis how it was worked out, or why it is not known
 */
public record Saving(@Nullable BigDecimal amount, @Nullable String currency, String basis) implements Serializable {
    public static Saving of(BigDecimal amount, String currency, String basis) {
        return new Saving(amount, currency, basis);
    }

    public static Saving unknown(String reason) {
        return new Saving(null, null, reason);
    }
}
