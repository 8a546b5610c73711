package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.account.catalog.KnownAccount;
import io.curlake.jobs.account.catalog.KnownAccounts;
import io.curlake.jobs.account.catalog.Sightings;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every account there is. First those that are not connected, because somebody may want to connect them; among them,
 * whoever spends most.
 *
 * @param periods the last periods that were loaded, at most three, oldest first
 */
public record AccountList(List<BillingPeriod> periods, List<ListedAccount> accounts) {
    private static final int PERIODS = 3;
    private static final Comparator<ListedAccount> ORDER = Comparator.comparing(ListedAccount::isConnected)
            .thenComparing(ListedAccount::most, Comparator.reverseOrder())
            .thenComparing(ListedAccount::source)
            .thenComparing(ListedAccount::id);

    public AccountList {
        periods = List.copyOf(periods);
        accounts = accounts.stream().sorted(ORDER).toList();
    }

    public static AccountList of(Warehouse warehouse) {
        ConnectedAccounts connected = new AccountRegister(warehouse).all();
        AccountCatalog catalog = new AccountCatalog(warehouse);
        KnownAccounts known = catalog.known();
        LoadedDeliveries deliveries = LoadedDeliveries.of(warehouse);
        List<BillingPeriod> periods = deliveries.lastPeriods(PERIODS);
        List<DeliveredCosts.Spend> spend = new DeliveredCosts(warehouse)
                .spend(deliveries.newest().stream()
                        .filter(delivery ->
                                periods.contains(delivery.partition().period()))
                        .toList());
        List<ListedAccount> accounts = new ArrayList<>();
        for (String source : sources(connected, known, deliveries)) {
            Members members = new Members(source, connected, catalog.names(source, connected), deliveries);
            accounts.addAll(members.listed(known, spend));
        }
        return new AccountList(periods, accounts);
    }

    private static TreeSet<String> sources(
            ConnectedAccounts connected, KnownAccounts known, LoadedDeliveries deliveries) {
        TreeSet<String> sources = new TreeSet<>();
        connected.accounts().forEach(account -> sources.add(account.source()));
        known.rows().forEach(row -> sources.add(row.source()));
        deliveries.newest().forEach(delivery -> sources.add(delivery.partition().source()));
        return sources;
    }

    /** The accounts of one source. */
    private record Members(
            String source, ConnectedAccounts connected, Map<AccountId, String> names, LoadedDeliveries deliveries) {

        List<ListedAccount> listed(KnownAccounts known, List<DeliveredCosts.Spend> spend) {
            Map<AccountId, SortedMap<String, SortedMap<BillingPeriod, BigDecimal>>> spent = byAccount(spend);
            Sightings sightings = deliveries.sightings(source);
            List<AccountId> arrived = deliveries.arrived(source);
            TreeSet<AccountId> ids = new TreeSet<>(sightings.accounts());
            connected.of(source).forEach(account -> ids.add(account.id()));
            known.rows().stream()
                    .filter(row -> row.isCurrent() && row.source().equals(source))
                    .map(KnownAccount::id)
                    .forEach(ids::add);
            return ids.stream()
                    .map(id -> new ListedAccount(
                            source,
                            id,
                            names.getOrDefault(id, ""),
                            connection(id),
                            connection(id).map(this::isConnected).orElse(false),
                            sightings.of(id),
                            arrived.contains(id),
                            spent.getOrDefault(id, new TreeMap<>())))
                    .toList();
        }

        private Optional<ConnectedAccount> connection(AccountId id) {
            return connected.of(source).stream().filter(a -> a.id().equals(id)).findFirst();
        }

        /** A connection that begins later than anything loaded counts, one that ended by then does not. */
        private boolean isConnected(ConnectedAccount account) {
            Optional<BillingPeriod> last = deliveries.newestOf(source).stream()
                    .map(delivery -> delivery.partition().period())
                    .reduce((earlier, later) -> later);
            return account.until()
                    .map(until ->
                            last.map(period -> until.compareTo(period) > 0).orElse(false))
                    .orElse(true);
        }

        /** Line items without a usage account are the payer's. */
        private Map<AccountId, SortedMap<String, SortedMap<BillingPeriod, BigDecimal>>> byAccount(
                List<DeliveredCosts.Spend> spend) {
            Map<AccountId, SortedMap<String, SortedMap<BillingPeriod, BigDecimal>>> byAccount = new TreeMap<>();
            String payer = connected.of(source).stream()
                    .filter(account -> account.role() == ConnectedAccount.Role.PAYER)
                    .map(account -> account.id().value())
                    .findFirst()
                    .orElse("");
            for (DeliveredCosts.Spend part : spend) {
                String id = part.account().isEmpty() ? payer : part.account();
                if (part.partition().source().equals(source) && AccountId.isValid(id)) {
                    byAccount
                            .computeIfAbsent(new AccountId(id), account -> new TreeMap<>())
                            .computeIfAbsent(part.currency(), currency -> new TreeMap<>())
                            .merge(part.partition().period(), part.unblended(), BigDecimal::add);
                }
            }
            return byAccount;
        }
    }
}
