package io.curlake.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.FileSums;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedLedger;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Proves loaded periods again: delivered is measured anew from the pinned files, kept is read from {@code line_item} as
 * any reader does; unconnected and rejected are what the tables hold. File by file, as long as the files of {@code
 * line_item} are those of the load. Changes nothing.
 */
public final class Reconcile {
    private static final String NOT_BY_FILE =
            "line_item has files that curlake did not write, as OPTIMIZE leaves them: "
                    + "the delivery is proved as a whole, not file by file";

    private static final Column NUMBER_IN_NAME =
            regexp_extract(col("_metadata.file_name"), "^part-(\\d+)-", 1).cast("int");

    private final Warehouse warehouse;

    public Reconcile(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The proofs of the loaded periods asked for; refuses a period that was never loaded. */
    public LoadSummary run(LoadRequest request) {
        long start = System.nanoTime();
        LoadHistory history = LoadHistory.of(warehouse);
        List<PeriodResult> results = new ArrayList<>();
        for (SourceConfig source : request.sourcesOf(warehouse.config())) {
            for (LoadedDelivery loaded : periods(source, request, history)) {
                results.add(attempt(source, loaded));
            }
        }
        return new LoadSummary(results, List.of(), (System.nanoTime() - start) / 1e9);
    }

    private static List<LoadedDelivery> periods(SourceConfig source, LoadRequest request, LoadHistory history) {
        if (request.periods().isEmpty()) {
            return history.ofSource(source.name());
        }
        return request.periods().stream()
                .map(period -> loaded(source, period, history))
                .toList();
    }

    private static LoadedDelivery loaded(SourceConfig source, BillingPeriod period, LoadHistory history) {
        Partition partition = new Partition(source.name(), period);
        return history.of(partition)
                .orElseThrow(() -> new Refusal(
                        ExitCode.NOTHING_DELIVERED,
                        "Cannot reconcile " + partition + ": it was never loaded. Run 'curlake load' first."));
    }

    private PeriodResult attempt(SourceConfig source, LoadedDelivery loaded) {
        long start = System.nanoTime();
        try {
            Ledger ledger = ledger(source, loaded);
            DeliveryFinder finder = new DeliveryFinder(warehouse.storage(), source);
            Optional<Refusal> unbalanced = ledger.balances()
                    ? Optional.empty()
                    : Optional.of(finder.errors(loaded.partition().period())
                            .disproved(ledger.imbalances().stream()
                                    .map(i -> i.toString())
                                    .toList()));
            return new PeriodResult(
                    loaded.partition(),
                    unbalanced.isEmpty() ? PeriodResult.Status.PROVED : PeriodResult.Status.DISPROVED,
                    loaded.deliveryId(),
                    loaded.format().toString(),
                    Optional.of(loaded.way()),
                    Optional.of(ledger),
                    Optional.empty(),
                    Optional.empty(),
                    ledger.isOfWholeDelivery() ? List.of(NOT_BY_FILE) : List.of(),
                    unbalanced.map(Refusal::getMessage),
                    unbalanced.isEmpty() ? ExitCode.DONE : ExitCode.LEDGER_UNBALANCED,
                    (System.nanoTime() - start) / 1e9);
        } catch (Exception e) {
            // Spark throws its checked SparkException through methods that do not declare it.
            Refusal refusal = Failures.of(e, "reconcile " + loaded.partition());
            return PeriodResult.refused(
                    loaded.partition(),
                    loaded.format().toString(),
                    refusal.exitCode(),
                    String.valueOf(refusal.getMessage()),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private Ledger ledger(SourceConfig source, LoadedDelivery loaded) {
        DeliveryFinder finder = new DeliveryFinder(warehouse.storage(), source);
        Delivery delivery = loaded.pinned(finder);
        finder.checkStillThere(delivery);
        DeliveredAmounts delivered = ReadableDelivery.open(
                        warehouse.spark(),
                        warehouse.storage(),
                        delivery,
                        finder.errors(loaded.partition().period()))
                .delivered();
        RecordedLedger recorded = RecordedLedger.of(warehouse, loaded);
        boolean byFile = warehouse.tables().namesDeliveredFiles(TableName.LINE_ITEM, loaded.partition());
        Column file = byFile ? NUMBER_IN_NAME : lit(0);
        Ledger ledger = new Ledger(
                LedgerSide.of(delivered.amounts()),
                LedgerSide.of(FileSums.of(warehouse
                        .tables()
                        .read(TableName.LINE_ITEM, loaded.partition())
                        .withColumn(Provenance.FILE, file))),
                recorded.unconnected(),
                recorded.rejected(),
                LedgerSide.of(delivered.doubleLoss()),
                delivered.rowsOfFiles());
        return byFile ? ledger : ledger.ofWholeDelivery();
    }
}
