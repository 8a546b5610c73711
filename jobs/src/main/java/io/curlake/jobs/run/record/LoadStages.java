package io.curlake.jobs.run.record;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.table.Partition;
import io.curlake.model.CostColumn;
import java.util.Locale;

/** Tells the log of the stages of a load: each step with its time, then each side of the ledger with its rows and sums. */
public final class LoadStages implements Progress {
    private static final String VERB = "load";

    private final StageLog log;
    private final Progress rest;
    private long start = System.nanoTime();

    /** @param rest is told everything as before */
    public LoadStages(StageLog log, Progress rest) {
        this.log = log;
        this.rest = rest;
    }

    @Override
    public void notice(String sentence) {
        rest.notice(sentence);
    }

    @Override
    public void loading(Delivery delivery) {
        start = System.nanoTime();
        rest.loading(delivery);
    }

    @Override
    public void masking(Delivery delivery) {
        start = System.nanoTime();
        rest.masking(delivery);
    }

    @Override
    public void reached(Step step, Partition partition) {
        long now = System.nanoTime();
        log.done(stage(partition, step.name()).took((now - start) / 1e9));
        start = now;
        rest.reached(step, partition);
    }

    @Override
    public void done(PeriodResult result) {
        result.ledger().ifPresent(ledger -> sides(result.partition(), ledger));
        log.done(stage(result.partition(), result.status().name()).took(result.seconds()));
        rest.done(result);
    }

    private void sides(Partition partition, Ledger ledger) {
        side(partition, "delivered", ledger.delivered());
        side(partition, "kept", ledger.kept());
        side(partition, "unconnected", ledger.unconnected());
        side(partition, "rejected", ledger.rejected());
    }

    private void side(Partition partition, String name, LedgerSide side) {
        Stage stage = stage(partition, name).rows(side.rows());
        for (CostColumn column : CostColumn.values()) {
            for (String currency : side.byCurrency().keySet()) {
                stage = stage.sum(
                        column.measure(),
                        currency,
                        side.byCurrency().get(currency).amount(column));
            }
        }
        log.done(stage);
    }

    private static Stage stage(Partition partition, String name) {
        return Stage.of(VERB, name.toLowerCase(Locale.ROOT)).of(partition);
    }
}
