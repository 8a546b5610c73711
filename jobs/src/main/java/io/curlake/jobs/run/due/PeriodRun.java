package io.curlake.jobs.run.due;

import io.curlake.jobs.account.AccountNews;
import io.curlake.jobs.account.AccountWarnings;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryErrors;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.export.TornDelivery;
import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.PlannedLoad;
import io.curlake.jobs.run.accounts.AccountCatalog;
import io.curlake.jobs.run.contract.Contract;
import io.curlake.jobs.run.history.Change;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.period.PeriodTask;
import io.curlake.jobs.run.replay.Replay;
import io.curlake.jobs.run.replay.Replays;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One period of a load: whether it is due, and what becomes of it. */
public final class PeriodRun {
    private final OpenRun run;
    private final SourceConfig source;
    private final Partition partition;
    private final DeliveryFinder finder;
    private final Optional<LoadedDelivery> before;
    /** When the attempt began; a period may wait for others, and is attempted again. */
    private long start = System.nanoTime();

    public PeriodRun(OpenRun run, SourceConfig source, BillingPeriod period) {
        this.run = run;
        this.source = source;
        this.partition = new Partition(source.name(), period);
        this.finder = new DeliveryFinder(run.warehouse().storage(), source);
        this.before = run.history().of(partition);
    }

    /** Loads the period if it is due; a failure is a result too. */
    Attempt attempt() {
        start = System.nanoTime();
        try {
            return new Attempt(once(), Optional.empty());
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            Refusal refusal = Failures.of(e, "load " + partition);
            PeriodResult refused = PeriodResult.refused(
                    partition,
                    source.export().format().toString(),
                    refusal.exitCode(),
                    String.valueOf(refusal.getMessage()),
                    seconds());
            return new Attempt(refused, TornDelivery.in(refusal));
        }
    }

    /** Says what {@link #attempt} would do. */
    public PlannedLoad plan() {
        Optional<Change> change = change();
        if (change.isEmpty()) {
            return new PlannedLoad(partition, false, 0, 0, "unchanged");
        }
        try {
            Delivery delivery = change.get() == Change.ASKED_FOR ? replay().delivery() : finder.pin(partition.period());
            return new PlannedLoad(
                    partition,
                    true,
                    delivery.files().size(),
                    delivery.bytes(),
                    change.get().toString());
        } catch (Refusal refusal) {
            return new PlannedLoad(partition, false, 0, 0, String.valueOf(refusal.getMessage()));
        }
    }

    private Optional<Change> change() {
        if (run.request().delivery().isPresent()) {
            return Optional.of(Change.ASKED_FOR);
        }
        Optional<Change> change = Change.of(before, finder, run.connected());
        return change.isEmpty() && run.history().isUnfinished(partition) ? Optional.of(Change.UNFINISHED) : change;
    }

    private PeriodResult once() {
        Optional<Change> change = change();
        if (change.isEmpty()) {
            return PeriodResult.unchanged(
                    partition,
                    before.orElseThrow().deliveryId(),
                    source.export().format().toString());
        }
        return switch (change.get()) {
            case ASKED_FOR -> replayed();
            case OTHER_ACCOUNTS -> reconnected().orElseGet(this::loaded);
            case NEVER_LOADED, NEW_DELIVERY, UNFINISHED -> loaded();
        };
    }

    private PeriodResult loaded() {
        Delivery delivery = finder.pin(partition.period());
        refuseSurprises(delivery);
        run.progress().loading(delivery);
        ReadableDelivery readable = open(delivery);
        Contract contract = new ContractCheck(run, errors()).of(delivery, readable);
        PeriodLoad.Loaded loaded = load(delivery, contract.sentences()).load(readable, run.requireLock());
        List<String> warnings = new ArrayList<>(contract.sentences());
        warnings.addAll(loaded.warnings());
        return result(delivery, loaded, warnings);
    }

    private PeriodResult replayed() {
        Replay replay = replay();
        Delivery delivery = replay.delivery();
        refuseSurprises(delivery);
        run.progress().loading(delivery);
        PeriodLoad.Loaded loaded = load(delivery, List.of()).load(replay.checked(open(delivery)), run.requireLock());
        run.progress().notice(replay.comparison(loaded.ledger()));
        return result(delivery, loaded, loaded.warnings());
    }

    private Replay replay() {
        return new Replays(run.warehouse(), finder, partition, LoadHistory.allOf(run.warehouse(), partition))
                .find(run.request().delivery().orElseThrow());
    }

    /** The delivery of the table for other accounts; empty where it has to be loaded whole. */
    private Optional<PeriodResult> reconnected() {
        LoadedDelivery recorded = before.orElseThrow();
        Delivery delivery = recorded.pinned(finder);
        return new OtherAccounts(run, task(delivery, recorded.contract()), recorded)
                .publish(() -> open(delivery))
                .map(loaded -> result(delivery, loaded, loaded.warnings()));
    }

    private PeriodLoad load(Delivery delivery, List<String> contract) {
        return new PeriodLoad(run.warehouse(), task(delivery, contract), run.progress());
    }

    private PeriodTask task(Delivery delivery, List<String> contract) {
        return new PeriodTask(
                source,
                finder,
                delivery,
                run.connected(),
                before,
                contract,
                run.history().typesUpTo(partition));
    }

    /** Files that are overwritten before their footers and headers were read may fail in any way. */
    private ReadableDelivery open(Delivery delivery) {
        try {
            return ReadableDelivery.open(
                    run.warehouse().spark(), run.warehouse().storage(), delivery, errors());
        } catch (Exception e) {
            finder.checkUnchanged(delivery);
            throw e;
        }
    }

    private void refuseSurprises(Delivery delivery) {
        String export = delivery.manifest().exportId();
        run.history()
                .exportOf(source.name())
                .filter(known -> !known.equals(export) && !run.request().accepts(Acceptance.NEW_EXPORT))
                .ifPresent(known -> {
                    throw errors().otherExport(known, export);
                });
        before.filter(b -> b.rows() > 0
                        && delivery.files().isEmpty()
                        && !run.request().accepts(Acceptance.EMPTY_PERIOD))
                .ifPresent(b -> {
                    throw errors().emptied(b.rows());
                });
    }

    private PeriodResult result(Delivery delivery, PeriodLoad.Loaded loaded, List<String> warnings) {
        AccountNews news = news(loaded);
        List<String> all = new ArrayList<>(warnings);
        all.addAll(AccountWarnings.of(
                news,
                loaded.ledger().unconnected().byCurrency(),
                run.warehouse().config().alerts()));
        return PeriodResult.loaded(delivery, loaded, all, seconds()).withAccounts(news);
    }

    private AccountNews news(PeriodLoad.Loaded loaded) {
        Set<String> before = run.history().accountsBefore(partition);
        Set<AccountId> connected = run.connected().in(partition.source(), partition.period());
        AccountNews news = AccountNews.of(loaded.usageAccounts(), before, connected, Map.of());
        return news.arrived().isEmpty()
                ? news
                : AccountNews.of(
                        loaded.usageAccounts(),
                        before,
                        connected,
                        new AccountCatalog(run.warehouse()).names(partition.source(), run.connected()));
    }

    private DeliveryErrors errors() {
        return finder.errors(partition.period());
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
