package io.curlake.jobs.run;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.history.Change;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedLedger;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.period.PeriodTask;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig.Layout;
import io.curlake.model.config.SourceConfig;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds changed deliveries, loads and proves them. Every source and period is attempted, whatever becomes of another. */
public final class Load {
    private final Warehouse warehouse;
    private final Progress progress;

    public Load(Warehouse warehouse, Progress progress) {
        this.warehouse = warehouse;
        this.progress = progress;
    }

    /** Loads what changed, holding the warehouse lock; refuses where another run holds it. */
    public LoadSummary run(LoadRequest request) {
        try (WarehouseLock lock = warehouse.lock("load")) {
            lock.notice().ifPresent(progress::notice);
            return new Load(warehouse.heldBy(lock), progress).run(request, lock);
        }
    }

    private LoadSummary run(LoadRequest request, WarehouseLock lock) {
        long start = System.nanoTime();
        List<SourceConfig> sources = request.sourcesOf(warehouse.config());
        ConnectedAccounts connected = new AccountRegister(warehouse).withPayersOf(sources);
        LoadHistory history = LoadHistory.of(warehouse);
        List<PeriodResult> results = new ArrayList<>();
        for (SourceConfig source : sources) {
            for (BillingPeriod period : periods(request, source, results)) {
                PeriodResult result = attempt(source, period, request, connected, history, lock);
                results.add(result);
                progress.done(result);
            }
        }
        return new LoadSummary(results, secondsSince(start));
    }

    /** Says what {@link #run} would load and why, and changes nothing. */
    public List<PlannedLoad> plan(LoadRequest request) {
        ConnectedAccounts connected = new AccountRegister(warehouse).all();
        LoadHistory history = LoadHistory.of(warehouse);
        List<PlannedLoad> planned = new ArrayList<>();
        for (SourceConfig source : request.sourcesOf(warehouse.config())) {
            DeliveryFinder finder = new DeliveryFinder(warehouse.storage(), source);
            for (BillingPeriod period : request.periods().isEmpty() ? finder.periods() : request.periods()) {
                Partition partition = new Partition(source.name(), period);
                planned.add(PlannedLoad.of(partition, finder, history.of(partition), connected));
            }
        }
        return planned;
    }

    private List<BillingPeriod> periods(LoadRequest request, SourceConfig source, List<PeriodResult> results) {
        if (!request.periods().isEmpty()) {
            return request.periods();
        }
        try {
            List<BillingPeriod> periods = new DeliveryFinder(warehouse.storage(), source).periods();
            if (periods.isEmpty()) {
                throw nothingDelivered(source);
            }
            return periods;
        } catch (Exception e) {
            PeriodResult refused = sourceRefused(source, Failures.of(e, "load '" + source.name() + "'"));
            results.add(refused);
            progress.done(refused);
            return List.of();
        }
    }

    /** Stands at the current month, because nobody knows which periods the source has. */
    private PeriodResult sourceRefused(SourceConfig source, Refusal refusal) {
        BillingPeriod now = new BillingPeriod(YearMonth.now(warehouse.clock().withZone(ZoneOffset.UTC)));
        return PeriodResult.refused(
                new Partition(source.name(), now),
                source.export().format().toString(),
                refusal.exitCode(),
                String.valueOf(refusal.getMessage()),
                0);
    }

    private PeriodResult attempt(
            SourceConfig source,
            BillingPeriod period,
            LoadRequest request,
            ConnectedAccounts connected,
            LoadHistory history,
            WarehouseLock lock) {
        long start = System.nanoTime();
        Partition partition = new Partition(source.name(), period);
        String format = source.export().format().toString();
        try {
            return result(source, partition, request, connected, history, lock, start);
        } catch (Exception e) {
            Refusal refusal = Failures.of(e, "load " + partition);
            return PeriodResult.refused(
                    partition, format, refusal.exitCode(), String.valueOf(refusal.getMessage()), secondsSince(start));
        }
    }

    private PeriodResult result(
            SourceConfig source,
            Partition partition,
            LoadRequest request,
            ConnectedAccounts connected,
            LoadHistory history,
            WarehouseLock lock,
            long start) {
        DeliveryFinder finder = new DeliveryFinder(warehouse.storage(), source);
        Optional<LoadedDelivery> before = history.of(partition);
        Optional<StoredObject> manifest = finder.manifestObject(partition.period());
        Optional<Change> change = before.flatMap(b -> Change.of(b, manifest, connected));
        if (before.isPresent() && change.isEmpty()) {
            return PeriodResult.unchanged(
                    partition,
                    before.get().deliveryId(),
                    source.export().format().toString());
        }
        if (change.equals(Optional.of(Change.OTHER_ACCOUNTS))) {
            Optional<PeriodResult> masked = masked(source, finder, before.orElseThrow(), connected, lock, start);
            if (masked.isPresent()) {
                return masked.get();
            }
        }
        Delivery delivery = finder.pin(partition.period());
        refuseSurprises(finder, delivery, before, history, request);
        progress.loading(delivery);
        ReadableDelivery readable = ReadableDelivery.open(
                warehouse.spark(), warehouse.storage(), delivery, finder.errors(partition.period()));
        PeriodTask task = new PeriodTask(source, finder, delivery, connected, before);
        PeriodLoad.Loaded loaded = new PeriodLoad(warehouse, task, progress).load(readable, lock::requireHeld);
        return loaded(delivery, loaded, start);
    }

    /** The period under other masks; empty where its rows have to be read again. */
    private Optional<PeriodResult> masked(
            SourceConfig source,
            DeliveryFinder finder,
            LoadedDelivery before,
            ConnectedAccounts connected,
            WarehouseLock lock,
            long start) {
        if (before.way() != Way.ADOPTED || warehouse.config().layout() == Layout.REWRITE) {
            return Optional.empty();
        }
        Delivery delivery = before.pinned(finder);
        progress.masking(delivery);
        PeriodTask task = new PeriodTask(source, finder, delivery, connected, Optional.of(before));
        return new PeriodLoad(warehouse, task, progress)
                .mask(RecordedLedger.delivered(warehouse, before), lock::requireHeld)
                .map(loaded -> loaded(delivery, loaded, start));
    }

    private static PeriodResult loaded(Delivery delivery, PeriodLoad.Loaded loaded, long start) {
        return new PeriodResult(
                new Partition(delivery.source(), delivery.period()),
                PeriodResult.Status.LOADED,
                delivery.id(),
                delivery.format().toString(),
                Optional.of(loaded.way()),
                Optional.of(loaded.ledger()),
                loaded.warnings(),
                Optional.empty(),
                ExitCode.DONE,
                secondsSince(start));
    }

    private static void refuseSurprises(
            DeliveryFinder finder,
            Delivery delivery,
            Optional<LoadedDelivery> before,
            LoadHistory history,
            LoadRequest request) {
        String export = delivery.manifest().exportId();
        history.exportOf(delivery.source())
                .filter(known -> !known.equals(export) && !request.accepts(Acceptance.NEW_EXPORT))
                .ifPresent(known -> {
                    throw finder.errors(delivery.period()).otherExport(known, export);
                });
        before.filter(b -> b.rows() > 0 && delivery.files().isEmpty() && !request.accepts(Acceptance.EMPTY_PERIOD))
                .ifPresent(b -> {
                    throw finder.errors(delivery.period()).emptied(b.rows());
                });
    }

    private static Refusal nothingDelivered(SourceConfig source) {
        return new Refusal(
                ExitCode.NOTHING_DELIVERED,
                "Cannot load '" + source.name() + "': nothing is delivered at " + source.location()
                        + " yet. A new export delivers within 24 hours; check bucket, prefix and name in the "
                        + "configuration.");
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
