package io.curlake.jobs.sample.organization;

import io.curlake.model.AccountId;
import java.util.List;

/**
 * A linked account, or the payer.
 *
 * @param currency what it is billed in, ISO 4217
 * @param regions where it runs its resources, never empty
 */
public record Account(AccountId id, String name, String currency, List<Region> regions) {
    public static final String DOLLAR = "USD";
    static final String YUAN = "CNY";

    public boolean paysDollars() {
        return currency.equals(DOLLAR);
    }

    /** Some region it runs in, its home more often. */
    public Region region(Dice dice) {
        return regions.get(dice.below(regions.size()));
    }
}
