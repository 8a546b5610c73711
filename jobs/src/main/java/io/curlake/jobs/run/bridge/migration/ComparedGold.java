package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The gold tables of a billing period, of the accounts that are connected to both sources.
 *
 * @param notBuilt the sources whose gold tables are not those of their newest load: then nothing is compared
 * @param netCosts the sources whose net costs are delivered, not taken from the others
 * @param costs of {@code daily_cost}: in total, and by account
 * @param tags of {@code daily_tag_cost}: what is tagged, by key
 */
public record ComparedGold(
        BillingPeriod period,
        List<String> notBuilt,
        Set<String> netCosts,
        List<ComparedSum> costs,
        List<ComparedSum> tags,
        List<Resources> resources) {
    /**
     * The resources in one currency.
     *
     * @param onlyFrom how many only the source has that is used now
     * @param fromCost what these cost, unblended
     * @param onlyTo how many only the other has
     * @param both how many both have
     */
    public record Resources(
            BillingPeriod period,
            String currency,
            long onlyFrom,
            BigDecimal fromCost,
            long onlyTo,
            BigDecimal toCost,
            long both) {}

    static ComparedGold notBuilt(BillingPeriod period, List<String> sources) {
        return new ComparedGold(period, sources, Set.of(), List.of(), List.of(), List.of());
    }
}
