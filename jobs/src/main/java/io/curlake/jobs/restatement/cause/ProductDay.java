package io.curlake.jobs.restatement.cause;

import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that changed of a product that an account used on a day, in one currency. Its keys are put together to charges,
 * by line item type and whatever their invoice.
 */
public final class ProductDay {
    private final Map<CostKey, Compared> keys = new LinkedHashMap<>();
    private final Map<String, Compared> charges = new LinkedHashMap<>();

    /** @param keys all of that product, account, day and currency; those that did not change are left out */
    public ProductDay(Map<CostKey, Compared> keys) {
        keys.forEach((key, compared) -> {
            if (compared.isChanged()) {
                this.keys.put(key, compared);
                charges.merge(key.type(), compared, Compared::plus);
            }
        });
    }

    /** The keys that changed. */
    public Map<CostKey, Compared> changed() {
        return keys;
    }

    /** What became of the charge that a key is of. */
    Compared charge(CostKey key) {
        return charges.getOrDefault(key.type(), Compared.NONE);
    }

    /**
     * As many rows carry other tags. Where their number changed the tags cannot be compared: not those of the key, perhaps
     * those of the charge.
     */
    public boolean hasOtherTags(CostKey key) {
        Compared own = keys.getOrDefault(key, Compared.NONE);
        Compared charge = charge(key);
        return own.isSameNumberOfRows() ? own.hasOtherTags() : charge.isSameNumberOfRows() && charge.hasOtherTags();
    }

    /** How much more usage there is at public prices. A negation offsets covered usage and is none itself. */
    BigDecimal moreUsage() {
        return usage().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much usage at public prices came to or went from some charge; both ways positive. */
    BigDecimal movedUsage() {
        return usage().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<BigDecimal> usage() {
        return charges.entrySet().stream()
                .filter(charge -> LineItemFamily.USAGE.holds(charge.getKey()))
                .map(charge -> charge.getValue().change(CostColumn.PUBLIC_ON_DEMAND));
    }

    /** On both sides together. */
    long rows() {
        return charges.values().stream()
                .mapToLong(charge -> charge.before().rows() + charge.after().rows())
                .sum();
    }
}
