package io.curlake.jobs.run.period;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.run.history.RecordedRestatements;
import io.curlake.jobs.run.staging.Staging;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables beside {@code line_item}, brought up to what was committed there. */
final class PeriodTables {
    private final Warehouse warehouse;
    private final PeriodTask task;
    private final Delivery delivery;
    private final Partition partition;
    private final Progress progress;
    private final String loadId;

    PeriodTables(Warehouse warehouse, PeriodTask task, Progress progress) {
        this.warehouse = warehouse;
        this.task = task;
        this.delivery = task.delivery();
        this.partition = task.partition();
        this.progress = progress;
        this.loadId = task.loadId();
    }

    /**
     * Publishes what was found; gives what the delivery changed of the one before, where there was another one.
     *
     * @param version of {@code line_item}
     */
    Optional<RestatementSummary> publish(Staging staging, Proof proof, long version) {
        try {
            progress.reached(Step.LINE_ITEMS_COMMITTED, partition);
            replace(TableName.UNCONNECTED_COST, proof.rest().costs());
            progress.reached(Step.UNCONNECTED_COMMITTED, partition);
            replaceRejected(staging, proof.ledger());
            progress.reached(Step.REJECTED_COMMITTED, partition);
            new RecordedCosts(warehouse, partition).record(delivery, proof::deliveredCosts, note());
            progress.reached(Step.DELIVERED_COST_COMMITTED, partition);
            Instant now = warehouse.clock().instant();
            Optional<RestatementSummary> restatement = task.restated()
                    .flatMap(before ->
                            new RecordedRestatements(warehouse, partition).record(before, delivery, now, note()));
            progress.reached(Step.RESTATED, partition);
            record(staging.way(), proof, version, now);
            return restatement;
        } catch (Exception e) {
            throw Failures.afterCommit(e, partition);
        }
    }

    /** Names the delivery in the history of every table that it changes. */
    String note() {
        return "{\"source\":\"%s\",\"billing_period\":\"%s\",\"delivery_id\":\"%s\",\"load_id\":\"%s\"}"
                .formatted(delivery.source(), delivery.period(), delivery.id(), loadId);
    }

    private void record(Way way, Proof proof, long version, Instant now) {
        append(TableName.RECONCILIATION, LedgerRows.of(delivery, loadId, now, proof.ledger()));
        progress.reached(Step.RECONCILED, partition);
        String fingerprint = task.connected()
                .fingerprint(
                        delivery.source(), delivery.period(), proof.census().accounts());
        append(
                TableName.DELIVERY,
                List.of(new DeliveryRow(
                                delivery, way, proof.census(), fingerprint, proof.ledger(), contract(proof.census()))
                        .of(loadId, now, version)));
        progress.reached(Step.RECORDED, partition);
    }

    private List<String> contract(Census census) {
        List<String> contract = new ArrayList<>(task.contract());
        contract.addAll(NewTypes.sentences(task.knownTypes(), census.types()));
        return contract;
    }

    private void replaceRejected(Staging staging, Ledger ledger) {
        if (ledger.rejected().rows() > 0) {
            staging.rejected().ifPresent(rows -> replace(TableName.REJECTED_ROW, RejectedRows.of(rows, delivery)));
        } else if (warehouse.tables().exists(TableName.REJECTED_ROW)) {
            replace(TableName.REJECTED_ROW, warehouse.rows(TableName.REJECTED_ROW, List.of()));
        }
    }

    private void replace(TableName table, Dataset<Row> rows) {
        warehouse.tables().replace(table, partition).write(rows.coalesce(1)).commit(note());
    }

    /** Adds rows once, however often the same load is tried. */
    private void append(TableName table, List<Row> rows) {
        Publication change = warehouse.tables().append(table).once(loadId);
        if (!change.isDone()) {
            change.write(warehouse.rows(table, rows)).commit(note());
        }
    }
}
