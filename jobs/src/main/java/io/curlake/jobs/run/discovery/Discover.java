package io.curlake.jobs.run.discovery;

import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.discovery.AccountSearch;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.finding.Rules;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.discovery.bill.BillWindow;
import io.curlake.jobs.run.record.Stage;
import io.curlake.jobs.run.record.WritingRun;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.config.SourceConfig;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The use case {@code discover}: looks at the connected accounts, goes on with the history of their resources, ties these to
 * their cost, applies the rules of findings, and publishes what came of it. A run that was killed is gone on with by the next.
 */
public final class Discover {
    private final Warehouse warehouse;
    private final AccountSearch search;
    private final Consumer<String> progress;

    /** @param progress is told how the run proceeds, in sentences */
    public Discover(Warehouse warehouse, AccountSearch search, Consumer<String> progress) {
        this.warehouse = warehouse;
        this.search = search;
        this.progress = progress;
    }

    /**
     * Holds the warehouse lock; refuses where another run holds it, and accounts that are not connected.
     *
     * @param only the accounts to look at; all that are connected where empty
     */
    public DiscoverySummary run(List<AccountId> only) {
        return new WritingRun(warehouse, "discover", progress)
                .of(
                        (held, lock) -> new Discover(held, search, progress).run(only, lock::requireHeld),
                        DiscoverySummary::ended);
    }

    private DiscoverySummary run(List<AccountId> only, Runnable requireLock) {
        long start = System.nanoTime();
        // What is wrong with the configuration is said before hours of looking.
        Rules.of(warehouse.config().findings());
        ConnectedAccounts connected = new AccountRegister(warehouse).all();
        Set<AccountId> all = accounts(connected);
        List<AccountId> accounts = accounts(all, only);
        StagedRun run = StagedRun.open(warehouse, question(accounts));
        new Collection(warehouse, run, search, progress).stage(accounts);
        warehouse
                .stages()
                .done(Stage.of("discover", "collected")
                        .at("accounts", String.valueOf(accounts.size()))
                        .took((System.nanoTime() - start) / 1e9));
        progress.accept("Publishing what " + accounts.size() + " accounts showed.");
        try (Found found = Found.of(warehouse, run)) {
            requireLock.run();
            publish(run, found, connected, all);
            run.remove();
            return DiscoverySummary.of(
                    warehouse, run.look(), accounts.size(), found.outcomeRows(), (System.nanoTime() - start) / 1e9);
        }
    }

    /** The run's outcomes come last: who waits for them sees the other tables of the same run. */
    private void publish(StagedRun run, Found found, ConnectedAccounts connected, Set<AccountId> all) {
        Listings listings = found.listings();
        try (History history = History.of(warehouse, run.look(), listings, found.resources())) {
            once(TableName.RESOURCE_CHANGE, run, history.changes());
            replace(TableName.RESOURCE, run, history.resources());
            List<BillWindow> windows = BillWindow.of(warehouse, connected);
            replace(
                    TableName.RESOURCE_COST,
                    run,
                    new ResourceCostRows(
                                    warehouse, windows, listings, run.look().runId())
                            .of(history.resources()));
            replace(
                    TableName.RECOMMENDATION,
                    run,
                    new FindingRows(warehouse, windows, listings, texts(all), run.look()).of(history.seen()));
        }
        once(TableName.DISCOVERY_RUN, run, found.outcomes());
    }

    private void replace(TableName table, StagedRun run, Dataset<Row> rows) {
        long start = System.nanoTime();
        warehouse.tables().replaceAll(table).write(rows).commit(note(run));
        published(table, start);
    }

    private void published(TableName table, long start) {
        warehouse
                .stages()
                .done(Stage.of("discover", "published")
                        .at("table", table.tableName())
                        .took((System.nanoTime() - start) / 1e9));
    }

    private void once(TableName table, StagedRun run, Dataset<Row> rows) {
        Publication publication =
                warehouse.tables().append(table).once(run.look().runId());
        if (!publication.isDone()) {
            long start = System.nanoTime();
            publication.write(rows).commit(note(run));
            published(table, start);
        }
    }

    private static String note(StagedRun run) {
        return "{\"run_id\":\"" + run.look().runId() + "\"}";
    }

    private static Set<String> texts(Set<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).collect(Collectors.toSet());
    }

    /** The payers and what is connected in the current month, sorted. */
    private Set<AccountId> accounts(ConnectedAccounts connected) {
        BillingPeriod now =
                new BillingPeriod(YearMonth.from(warehouse.clock().instant().atZone(ZoneOffset.UTC)));
        return Stream.concat(
                        warehouse.config().sources().stream().map(SourceConfig::payer),
                        connected.accounts().stream()
                                .filter(account -> account.isConnectedIn(now))
                                .map(ConnectedAccount::id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<AccountId> accounts(Set<AccountId> all, List<AccountId> only) {
        only.stream().filter(account -> !all.contains(account)).findFirst().ifPresent(account -> {
            throw Refusal.usage(
                    "Cannot discover account " + account
                            + ": it is not connected. Connect it with 'curlake accounts connect', or see 'curlake accounts list'.");
        });
        return only.isEmpty()
                ? List.copyOf(all)
                : only.stream().distinct().sorted().toList();
    }

    /** What is looked for, and where: a run that asked something else is not gone on with. */
    String question(List<AccountId> accounts) {
        DiscoveryConfig config = warehouse.config().discovery();
        return "types " + new TreeSet<>(config.types()) + "\nregions " + new TreeSet<>(config.regions()) + "\nrole "
                + config.role() + "\nmetric days " + config.metricDays() + "\naccounts " + accounts;
    }
}
