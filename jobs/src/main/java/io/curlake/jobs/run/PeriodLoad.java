package io.curlake.jobs.run;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryErrors;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.FileSums;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.SortedLineItems;
import io.curlake.jobs.lineitem.UnconnectedCost;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.config.CurlakeConfig.OnRejected;
import io.curlake.model.config.SourceConfig;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Loads one pinned delivery: sort, write, prove, and only then publish. */
final class PeriodLoad {
    private final Warehouse warehouse;
    private final SourceConfig source;
    private final DeliveryFinder finder;
    private final Delivery delivery;
    private final Partition partition;
    private final ConnectedAccounts connected;
    private final Progress progress;
    private final String loadId = UUID.randomUUID().toString();

    PeriodLoad(
            Warehouse warehouse,
            SourceConfig source,
            DeliveryFinder finder,
            Delivery delivery,
            ConnectedAccounts connected,
            Progress progress) {
        this.warehouse = warehouse;
        this.source = source;
        this.finder = finder;
        this.delivery = delivery;
        this.partition = new Partition(delivery.source(), delivery.period());
        this.connected = connected;
        this.progress = progress;
    }

    /** What a published period leaves to tell. */
    record Loaded(Ledger ledger, List<String> warnings) {}

    /**
     * Publishes the delivery; refuses, and leaves everything as it was, when a row cannot be read, the ledger does not
     * balance, or the delivery changes meanwhile.
     */
    Loaded load(ReadableDelivery readable, Runnable beforeCommit) {
        progress.reached(Step.PINNED, partition);
        chooseCodeGeneration();
        SortedLineItems lineItems =
                SortedLineItems.of(readable.rows(), connectedIds(), source.payer(), delivery.period());
        Publication publication = warehouse.tables().replace(TableName.LINE_ITEM, partition);
        Dataset<Row> restSums = UnconnectedCost.sums(lineItems).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            UnconnectedCost rest = UnconnectedCost.of(restSums);
            Proof proof = proved(readable, lineItems, publication, rest, beforeCommit);
            return published(publication, lineItems, rest, proof);
        } finally {
            restSums.unpersist(false);
        }
    }

    /**
     * Generated code drops the rows of unconnected accounts before it copies their hundred columns. The same code over
     * text, where every column is read by then, is one method so large that compiling it costs more than it saves.
     */
    private void chooseCodeGeneration() {
        String mostFields = delivery.format().isParquet() ? "1000" : "20";
        warehouse.spark().conf().set("spark.sql.codegen.maxFields", mostFields);
    }

    private record Proof(Ledger ledger, Census census) {}

    /** Everything that may still refuse; what was written is then removed. */
    private Proof proved(
            ReadableDelivery readable,
            SortedLineItems lineItems,
            Publication publication,
            UnconnectedCost rest,
            Runnable beforeCommit) {
        try {
            Proof proof = written(readable, lineItems, publication, rest);
            progress.reached(Step.PROVED, partition);
            beforeCommit.run();
            return proof;
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            publication.discard();
            throw e;
        }
    }

    /** Writes and proves. Where the delivery changed meanwhile, that explains whatever else went wrong. */
    private Proof written(
            ReadableDelivery readable, SortedLineItems lineItems, Publication publication, UnconnectedCost rest) {
        try {
            publication.write(lineItems.kept());
            progress.reached(Step.WRITTEN, partition);
            Ledger ledger = ledger(readable.delivered(), publication, rest);
            refuseRejected(ledger, lineItems);
            return new Proof(ledger, Census.of(publication.readBack(), rest.rowsByAccountAndType()));
        } finally {
            finder.checkUnchanged(delivery);
        }
    }

    private Ledger ledger(DeliveredAmounts delivered, Publication publication, UnconnectedCost rest) {
        Ledger ledger = new Ledger(
                LedgerSide.of(delivered.amounts()),
                LedgerSide.of(FileSums.of(publication.readBack())),
                LedgerSide.of(rest.unconnectedByFile()),
                LedgerSide.of(rest.rejectedByFile()),
                LedgerSide.of(delivered.doubleLoss()),
                delivered.rowsOfFiles());
        if (!ledger.balances()) {
            throw errors().unbalanced(
                            ledger.imbalances().stream().map(i -> i.toString()).toList());
        }
        return ledger;
    }

    private void refuseRejected(Ledger ledger, SortedLineItems lineItems) {
        if (ledger.rejected().rows() > 0 && warehouse.config().onRejected() == OnRejected.REFUSE) {
            Row first = lineItems
                    .rejected()
                    .select(Provenance.FILE, Provenance.LINE, Provenance.REASON)
                    .orderBy(Provenance.FILE, Provenance.LINE)
                    .first();
            throw errors().rejectedRows(
                            ledger.rejected().rows(),
                            delivery.file(first.getInt(0)).key() + ", line " + first.getLong(1) + ": "
                                    + first.getString(2));
        }
    }

    private Loaded published(Publication publication, SortedLineItems lineItems, UnconnectedCost rest, Proof proof) {
        long version = publication.commit(note());
        try {
            progress.reached(Step.LINE_ITEMS_COMMITTED, partition);
            replace(TableName.UNCONNECTED_COST, rest.table());
            progress.reached(Step.UNCONNECTED_COMMITTED, partition);
            replaceRejected(lineItems, proof.ledger());
            progress.reached(Step.REJECTED_COMMITTED, partition);
            record(proof, version);
        } catch (Exception e) {
            throw Failures.afterCommit(e, partition);
        }
        List<String> warnings =
                Warnings.of(delivery, proof.ledger(), proof.census(), connected, publication.addedColumns());
        return new Loaded(proof.ledger(), warnings);
    }

    private void record(Proof proof, long version) {
        Instant now = warehouse.clock().instant();
        append(TableName.RECONCILIATION, LedgerRows.of(delivery, loadId, now, proof.ledger()));
        progress.reached(Step.RECONCILED, partition);
        String fingerprint = connected.fingerprint(
                source.name(), delivery.period(), proof.census().accounts());
        append(
                TableName.DELIVERY,
                List.of(DeliveryRow.of(delivery, proof.census(), fingerprint, proof.ledger(), loadId, now, version)));
        progress.reached(Step.RECORDED, partition);
    }

    private void replaceRejected(SortedLineItems lineItems, Ledger ledger) {
        if (ledger.rejected().rows() > 0) {
            replace(TableName.REJECTED_ROW, RejectedRows.of(lineItems.rejected(), delivery));
        } else if (warehouse.tables().exists(TableName.REJECTED_ROW)) {
            replace(TableName.REJECTED_ROW, warehouse.rows(TableName.REJECTED_ROW, List.of()));
        }
    }

    private void replace(TableName table, Dataset<Row> rows) {
        Publication change = warehouse.tables().replace(table, partition).write(rows.coalesce(1));
        change.commit(note());
    }

    private void append(TableName table, List<Row> rows) {
        warehouse.tables().append(table).write(warehouse.rows(table, rows)).commit(note());
    }

    private Dataset<Row> connectedIds() {
        List<String> ids = connected.in(source.name(), delivery.period()).stream()
                .map(AccountId::value)
                .toList();
        return warehouse.spark().createDataset(ids, Encoders.STRING()).select(col("value"));
    }

    /** Names the delivery in the history of every table that it changes. */
    private String note() {
        return "{\"source\":\"%s\",\"billing_period\":\"%s\",\"delivery_id\":\"%s\",\"load_id\":\"%s\"}"
                .formatted(source.name(), delivery.period(), delivery.id(), loadId);
    }

    private DeliveryErrors errors() {
        return finder.errors(delivery.period());
    }
}
