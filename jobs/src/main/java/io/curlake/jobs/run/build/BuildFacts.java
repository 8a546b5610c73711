package io.curlake.jobs.run.build;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.accounts.AccountCatalog;
import io.curlake.jobs.run.history.KnownLoads;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a build knows besides line items: read once, and only where something is due. */
final class BuildFacts {
    private final Warehouse warehouse;
    private final ConnectedAccounts connected;
    private final Map<String, Map<String, String>> namesBySource = new HashMap<>();
    private @Nullable Map<Partition, List<KnownLoads.Load>> loads;

    BuildFacts(Warehouse warehouse, ConnectedAccounts connected) {
        this.warehouse = warehouse;
        this.connected = connected;
    }

    /** The accounts connected in a period, the payer included. */
    Set<String> connected(Partition partition) {
        return connected.in(partition.source(), partition.period()).stream()
                .map(AccountId::value)
                .collect(Collectors.toSet());
    }

    /** The names of a source's accounts, by account id. */
    Map<String, String> names(String source) {
        return namesBySource.computeIfAbsent(
                source,
                name -> new AccountCatalog(warehouse)
                        .names(name, connected).entrySet().stream()
                                .collect(
                                        Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue)));
    }

    /** The loads of a period, the first one first. */
    List<KnownLoads.Load> loads(Partition partition) {
        Map<Partition, List<KnownLoads.Load>> known = loads;
        if (known == null) {
            known = KnownLoads.of(warehouse).ofDeliveries();
            loads = known;
        }
        return known.getOrDefault(partition, List.of());
    }
}
