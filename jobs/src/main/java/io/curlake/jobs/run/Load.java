package io.curlake.jobs.run;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.due.DuePeriods;
import io.curlake.jobs.run.due.OpenRun;
import io.curlake.jobs.run.due.Patience;
import io.curlake.jobs.run.due.PeriodRun;
import io.curlake.jobs.run.due.Rounds;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.record.LoadStages;
import io.curlake.jobs.run.record.WritingRun;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.ArrayList;
import java.util.List;

/** Finds changed deliveries, loads and proves them. Every source and period is attempted, whatever becomes of another. */
public final class Load {
    private final Warehouse warehouse;
    private final Progress progress;
    private final Patience patience;

    public Load(Warehouse warehouse, Progress progress) {
        this(warehouse, progress, Patience.DEFAULT);
    }

    /** @param patience with deliveries that AWS is writing */
    public Load(Warehouse warehouse, Progress progress, Patience patience) {
        this.warehouse = warehouse;
        this.progress = progress;
        this.patience = patience;
    }

    /** Loads what changed, holding the warehouse lock; refuses where another run holds it. */
    public LoadSummary run(LoadRequest request) {
        return new WritingRun(warehouse, "load", progress::notice)
                .of(
                        (held, lock) ->
                                new Load(held, new LoadStages(held.stages(), progress), patience).run(request, lock),
                        LoadSummary::ended);
    }

    private LoadSummary run(LoadRequest request, WarehouseLock lock) {
        long start = System.nanoTime();
        List<SourceConfig> sources = request.sourcesOf(warehouse.config());
        ConnectedAccounts connected = new AccountRegister(warehouse).withPayersOf(sources);
        LoadHistory history = LoadHistory.of(warehouse);
        OpenRun run = new OpenRun(warehouse, progress, patience, request, connected, history, lock::requireHeld);
        List<PeriodResult> results = new ArrayList<>();
        for (SourceConfig source : sources) {
            List<PeriodRun> periods = periods(run, source, results).stream()
                    .map(period -> new PeriodRun(run, source, period))
                    .toList();
            results.addAll(new Rounds(run).attempt(periods));
        }
        List<String> remarks = new Aftermath(warehouse, lock::requireHeld).of(results);
        return new LoadSummary(results, remarks, (System.nanoTime() - start) / 1e9);
    }

    /** Says what {@link #run} would load and why, and changes nothing. */
    public List<PlannedLoad> plan(LoadRequest request) {
        ConnectedAccounts connected = new AccountRegister(warehouse).all();
        LoadHistory history = LoadHistory.of(warehouse);
        OpenRun run = new OpenRun(warehouse, progress, patience, request, connected, history, () -> {});
        List<PlannedLoad> planned = new ArrayList<>();
        for (SourceConfig source : request.sourcesOf(warehouse.config())) {
            for (BillingPeriod period : new DuePeriods(run, source).find()) {
                planned.add(new PeriodRun(run, source, period).plan());
            }
        }
        return planned;
    }

    private List<BillingPeriod> periods(OpenRun run, SourceConfig source, List<PeriodResult> results) {
        try {
            return new DuePeriods(run, source).find();
        } catch (Exception e) {
            PeriodResult refused = sourceRefused(run, source, Failures.of(e, "load '" + source.name() + "'"));
            results.add(refused);
            progress.done(refused);
            return List.of();
        }
    }

    /** Stands at the current month, because nobody knows which periods the source has. */
    private static PeriodResult sourceRefused(OpenRun run, SourceConfig source, Refusal refusal) {
        return PeriodResult.refused(
                new Partition(source.name(), run.current()),
                source.export().format().toString(),
                refusal.exitCode(),
                String.valueOf(refusal.getMessage()),
                0);
    }
}
