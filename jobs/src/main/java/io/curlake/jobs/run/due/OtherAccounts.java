package io.curlake.jobs.run.due;

import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedSides;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.period.PeriodTask;
import io.curlake.jobs.run.reconnection.LoadedSource;
import io.curlake.jobs.run.reconnection.NotAsLoaded;
import io.curlake.jobs.run.reconnection.Reconnection;
import io.curlake.jobs.run.reconnection.RecordedDelivery;
import io.curlake.jobs.run.reconnection.Remasking;
import io.curlake.jobs.run.reconnection.Rereading;
import io.curlake.model.config.CurlakeConfig.Layout;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A period whose delivery is what it was, while its connected accounts are others.
 *
 * @param task of that delivery
 * @param loaded the same, as the table {@code delivery} knows it
 */
record OtherAccounts(OpenRun run, PeriodTask task, LoadedDelivery loaded) {
    /** Publishes the files of the table for these accounts; empty where the period has to be loaded whole. */
    Optional<PeriodLoad.Loaded> publish(Supplier<ReadableDelivery> opening) {
        return reconnection(opening).flatMap(reconnection -> {
            run.progress().masking(task.delivery());
            return new PeriodLoad(run.warehouse(), task, run.progress()).reconnect(reconnection, run.requireLock());
        });
    }

    private Optional<Reconnection> reconnection(Supplier<ReadableDelivery> opening) {
        return switch (loaded.way()) {
            case ADOPTED -> layout() == Layout.REWRITE ? Optional.empty() : Optional.of(remasking());
            case REWRITTEN -> rereading(opening);
        };
    }

    private Reconnection remasking() {
        return new Remasking(
                task.rule(), RecordedSides.of(run.warehouse(), loaded).delivered());
    }

    private Optional<Reconnection> rereading(Supplier<ReadableDelivery> opening) {
        LoadedSource source = new LoadedSource(run.warehouse().spark(), task.finder(), task.delivery(), opening);
        try {
            RecordedDelivery recorded = RecordedDelivery.of(run.warehouse(), loaded);
            return Optional.of(new Rereading(task.rule(), recorded, source, layout(), this::notice));
        } catch (NotAsLoaded e) {
            notice(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void notice(String sentence) {
        run.progress().notice(task.partition() + ": " + sentence);
    }

    private Layout layout() {
        return run.warehouse().config().layout();
    }
}
