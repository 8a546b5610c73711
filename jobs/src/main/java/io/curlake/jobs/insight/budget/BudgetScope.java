package io.curlake.jobs.insight.budget;

import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.model.AccountId;
import io.curlake.model.config.BudgetConfig;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which series a budget counts.
 *
 * @param budget of a tag: the series are those of its value, without services
 */
public record BudgetScope(BudgetConfig budget) {
    public boolean holds(SeriesKey key) {
        boolean isAccount =
                budget.accounts().isEmpty() || budget.accounts().stream().anyMatch(account -> isOf(account, key));
        boolean isService = budget.services().isEmpty() || budget.services().contains(key.productCode());
        return isAccount && isService && key.currency().equals(budget.currency());
    }

    /** The part of the filter that no cost matches, in words: a budget that counts less than it says is no budget. */
    public Optional<String> unmapped(Collection<SeriesKey> known) {
        Optional<String> account = budget.accounts().stream()
                .filter(id -> isNone(known, key -> isOf(id, key)))
                .map(id -> "account " + id)
                .findFirst();
        Optional<String> service = budget.services().stream()
                .filter(code -> isNone(known, key -> key.productCode().equals(code)))
                .map(code -> "service '" + code + "'")
                .findFirst();
        Optional<String> tag = budget.tag()
                .filter(one -> known.isEmpty())
                .map(one -> "tag '" + one.key() + "' = '" + one.value() + "'");
        Optional<String> currency = Optional.of("currency " + budget.currency())
                .filter(words -> isNone(known, key -> key.currency().equals(budget.currency())));
        return tag.or(() -> account).or(() -> service).or(() -> currency);
    }

    private static boolean isNone(Collection<SeriesKey> known, Predicate<SeriesKey> which) {
        return known.stream().noneMatch(which);
    }

    private static boolean isOf(AccountId account, SeriesKey key) {
        return account.value().equals(key.account());
    }
}
