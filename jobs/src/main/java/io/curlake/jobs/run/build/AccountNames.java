package io.curlake.jobs.run.build;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.accounts.AccountCatalog;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of accounts, read once for each source that has something to build, and for no other. */
final class AccountNames {
    private final Warehouse warehouse;
    private final ConnectedAccounts connected;
    private final Map<String, Map<String, String>> bySource = new HashMap<>();

    AccountNames(Warehouse warehouse, ConnectedAccounts connected) {
        this.warehouse = warehouse;
        this.connected = connected;
    }

    /** By account id. */
    Map<String, String> of(String source) {
        return bySource.computeIfAbsent(source, this::read);
    }

    private Map<String, String> read(String source) {
        return new AccountCatalog(warehouse)
                .names(source, connected).entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }
}
