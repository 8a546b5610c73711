package io.curlake.jobs.run.build;

import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.insight.Insights;
import io.curlake.jobs.run.record.Stage;
import io.curlake.jobs.run.record.WritingRun;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds the gold tables of periods whose line items are not those that they were built from. Every period is attempted. */
public final class Build {
    private final Warehouse warehouse;
    private final Consumer<String> progress;

    /** @param progress is told what is about to be built */
    public Build(Warehouse warehouse, Consumer<String> progress) {
        this.warehouse = warehouse;
        this.progress = progress;
    }

    /** Builds what changed, holding the warehouse lock; refuses where another run holds it. */
    public BuildSummary run(LoadRequest request) {
        return new WritingRun(warehouse, "build", progress)
                .of((held, lock) -> new Build(held, progress).run(request, lock::requireHeld), BuildSummary::ended);
    }

    private BuildSummary run(LoadRequest request, Runnable requireLock) {
        long start = System.nanoTime();
        LoadHistory history = LoadHistory.of(warehouse);
        GoldBuilds builds = new GoldBuilds(warehouse);
        BuildFacts facts = new BuildFacts(warehouse, new AccountRegister(warehouse).all());
        List<BuiltPeriod> periods = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (SourceConfig source : request.sourcesOf(warehouse.config())) {
            List<LoadedDelivery> asked = history.ofSource(source.name()).stream()
                    .filter(loaded -> request.periods().isEmpty()
                            || request.periods().contains(loaded.partition().period()))
                    .toList();
            List<BuiltPeriod> ofSource = new ArrayList<>();
            for (LoadedDelivery loaded : asked) {
                ofSource.add(
                        builds.isOf(loaded) && !history.isUnfinished(loaded.partition())
                                ? BuiltPeriod.unchanged(loaded.partition(), loaded.deliveryId())
                                : build(loaded, builds, () -> {
                                    requireFinished(history, loaded);
                                    return new PeriodBuild(warehouse, loaded, facts).run(requireLock);
                                }));
            }
            periods.addAll(ofSource);
            if (ofSource.stream().anyMatch(period -> period.status() == BuiltPeriod.Status.BUILT)) {
                remarks.addAll(insights(source, requireLock));
            }
        }
        if (periods.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot build gold tables: no billing period that was asked for is loaded. Run 'curlake load' first.");
        }
        return new BuildSummary(periods, remarks, (System.nanoTime() - start) / 1e9);
    }

    /** Forecasts and the like decide about no amount: what goes wrong with them is a remark. */
    private List<String> insights(SourceConfig source, Runnable requireLock) {
        progress.accept("'" + source.name() + "': forecasts, anomalies, budgets, cost of teams");
        try {
            return new Insights(warehouse, requireLock)
                    .refresh(source.name()).stream()
                            .map(remark -> "'" + source.name() + "': " + remark)
                            .toList();
        } catch (Exception e) {
            return List.of(
                    String.valueOf(Failures.of(e, "work out the forecasts and budgets of '" + source.name() + "'")
                            .getMessage()));
        }
    }

    private BuiltPeriod build(LoadedDelivery loaded, GoldBuilds builds, Supplier<PeriodBuild.Built> work) {
        long start = System.nanoTime();
        progress.accept(loaded.partition() + ": building from delivery " + loaded.deliveryId());
        try {
            PeriodBuild.Built built = work.get();
            builds.record(loaded, built.net(), built.rows());
            built.seconds()
                    .forEach((table, seconds) -> warehouse
                            .stages()
                            .done(Stage.of("build", "written")
                                    .of(loaded.partition())
                                    .at("table", table.tableName())
                                    .took(seconds)));
            warehouse
                    .stages()
                    .done(Stage.of("build", "built")
                            .of(loaded.partition())
                            .rows(built.rows())
                            .took((System.nanoTime() - start) / 1e9));
            return new BuiltPeriod(
                    loaded.partition(),
                    BuiltPeriod.Status.BUILT,
                    loaded.deliveryId(),
                    built.rows(),
                    built.seconds(),
                    built.remarks(),
                    Optional.empty(),
                    (System.nanoTime() - start) / 1e9);
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            Refusal refusal = Failures.of(e, "build " + loaded.partition());
            return BuiltPeriod.refused(
                    loaded.partition(), loaded.deliveryId(), refusal, (System.nanoTime() - start) / 1e9);
        }
    }

    private static void requireFinished(LoadHistory history, LoadedDelivery loaded) {
        if (history.isUnfinished(loaded.partition())) {
            throw new Refusal(
                    ExitCode.DELIVERY_UNREADABLE,
                    "Cannot build " + loaded.partition()
                            + ": a load of it was interrupted. Run 'curlake load', which completes it, and build again.");
        }
    }
}
