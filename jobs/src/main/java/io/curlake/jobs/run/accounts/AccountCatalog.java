package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.jobs.account.catalog.KnownAccount;
import io.curlake.jobs.account.catalog.KnownAccounts;
import io.curlake.jobs.account.catalog.Origin;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.record.Ended;
import io.curlake.jobs.run.record.WritingRun;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.config.SourceConfig;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The table {@code account}: what deliveries, the organization and people say of accounts. */
public final class AccountCatalog {
    private final Warehouse warehouse;

    public AccountCatalog(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Everything that is known, and was. */
    public KnownAccounts known() {
        return new KnownAccounts(warehouse.tables().rows(TableName.ACCOUNT).stream()
                .map(AccountRows::account)
                .toList());
    }

    /**
     * Learns from the newest deliveries: the periods of every account, and the names in periods that were just loaded.
     * One commit, and none where nothing changed. The caller holds the warehouse lock, and calls once for a run, after
     * the last of its loads.
     */
    public void learn(Collection<Partition> justLoaded) {
        LoadedDeliveries deliveries = LoadedDeliveries.of(warehouse);
        KnownAccounts before = known();
        KnownAccounts known = before;
        for (String source : justLoaded.stream().map(Partition::source).collect(Collectors.toSet())) {
            List<LoadedDelivery> named = deliveries.newestOf(source).stream()
                    .filter(delivery -> justLoaded.contains(delivery.partition()))
                    .filter(delivery -> hasNames(delivery))
                    .toList();
            known = known.learning(
                    source,
                    deliveries.sightings(source),
                    new DeliveredCosts(warehouse).names(named),
                    warehouse.clock().instant());
        }
        replace(before, known, "learn");
    }

    /** Takes what an origin says, and tells of how many accounts that changed what is known. */
    public long take(SourceConfig source, Origin origin, List<AccountStatement> statements) {
        return new WritingRun(warehouse, "accounts import", notice -> {})
                .of(
                        (held, lock) -> new AccountCatalog(held).take(source, origin, statements, lock),
                        changed ->
                                Ended.done(Map.of("accounts", (long) statements.size(), "accounts_changed", changed)));
    }

    private long take(SourceConfig source, Origin origin, List<AccountStatement> statements, WarehouseLock lock) {
        KnownAccounts before = known();
        KnownAccounts known = before.taking(
                source.name(), origin, statements, warehouse.clock().instant());
        lock.requireHeld();
        replace(before, known, "accounts import");
        return known.differentFrom(before);
    }

    /**
     * A name for each account of a source that has one: from the CSV, else the organization, else the one it was
     * connected with, else the last delivery that has names.
     */
    public Map<AccountId, String> names(String source, ConnectedAccounts connected) {
        Map<AccountId, String> names = new TreeMap<>();
        List<KnownAccount> current = known().rows().stream()
                .filter(row -> row.isCurrent() && row.source().equals(source))
                .toList();
        current.forEach(row -> row.attribute(AccountStatement.NAME).ifPresent(name -> names.put(row.id(), name)));
        connected.of(source).stream()
                .filter(account -> !account.name().isEmpty())
                .sorted(Comparator.comparing(ConnectedAccount::id))
                .forEach(account -> names.put(account.id(), account.name()));
        current.forEach(row -> row.givenName().ifPresent(name -> names.put(row.id(), name)));
        return names;
    }

    private static boolean hasNames(LoadedDelivery delivery) {
        return switch (delivery.format()) {
            case CUR2_PARQUET, CUR2_CSV -> true;
            case LEGACY_CSV, LEGACY_PARQUET -> false;
        };
    }

    private void replace(KnownAccounts before, KnownAccounts known, String verb) {
        if (!known.equals(before)) {
            List<Row> rows = known.rows().stream().map(AccountRows::row).toList();
            warehouse
                    .tables()
                    .replaceAll(TableName.ACCOUNT)
                    .write(warehouse.rows(TableName.ACCOUNT, rows))
                    .commit("{\"verb\":\"" + verb + "\"}");
        }
    }
}
