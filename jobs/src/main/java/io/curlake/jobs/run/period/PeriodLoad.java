package io.curlake.jobs.run.period;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryErrors;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.reconnection.NotAsLoaded;
import io.curlake.jobs.run.reconnection.Reconnection;
import io.curlake.jobs.run.staging.PinnedSource;
import io.curlake.jobs.run.staging.Staging;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.staged.ReadBack;
import io.curlake.model.ExitCode;
import io.curlake.model.config.CurlakeConfig.OnRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/** Loads one pinned delivery: sort, write, prove, and only then publish. */
public final class PeriodLoad {
    private final Warehouse warehouse;
    private final PeriodTask task;
    private final Delivery delivery;
    private final Partition partition;
    private final KeepRule rule;
    private final Progress progress;

    public PeriodLoad(Warehouse warehouse, PeriodTask task, Progress progress) {
        this.warehouse = warehouse;
        this.task = task;
        this.delivery = task.delivery();
        this.partition = task.partition();
        this.rule = task.rule();
        this.progress = progress;
    }

    /**
     * What a published period leaves to tell.
     *
     * @param usageAccounts every account with a line item in the delivery
     * @param restatement what changed of the delivery before, where there was another one whose cost is known
     */
    public record Loaded(
            Way way,
            Ledger ledger,
            List<String> warnings,
            List<String> usageAccounts,
            Optional<RestatementSummary> restatement) {}

    /**
     * Publishes the delivery; refuses, and leaves everything as it was, when a row cannot be read, the ledger does not
     * balance, or the delivery changes meanwhile.
     *
     * @param beforeCommit may refuse at the last moment
     */
    public Loaded load(ReadableDelivery readable, Runnable beforeCommit) {
        progress.reached(Step.PINNED, partition);
        Publication publication =
                warehouse.tables().replace(TableName.LINE_ITEM, partition).labelled(task.loadId());
        PinnedSource pinned = new PinnedSource(warehouse.spark(), task.finder(), delivery, readable, rule);
        return published(proved(publication, pinned.staging(warehouse.config().layout()), beforeCommit));
    }

    /**
     * Publishes the delivery in the table for other connected accounts: its files stay. Empty, and nothing is done, where
     * it has to be loaded again, because the table no longer holds it as it was loaded: somebody rewrote, restored or
     * damaged its files.
     */
    public Optional<Loaded> reconnect(Reconnection staging, Runnable beforeCommit) {
        return provedIfAsLoaded(staging, beforeCommit).map(this::published);
    }

    private Optional<Proved> provedIfAsLoaded(Reconnection staging, Runnable beforeCommit) {
        Publication publication =
                warehouse.tables().replace(TableName.LINE_ITEM, partition).labelled(task.loadId());
        try {
            staging.begin(publication);
            progress.reached(Step.PINNED, partition);
            return Optional.of(proved(publication, staging, beforeCommit));
        } catch (NotAsLoaded e) {
            progress.notice(partition + ": " + e.getMessage());
            return Optional.empty();
        } catch (Exception e) {
            ExitCode exitCode = Failures.of(e, "mask " + partition).exitCode();
            if (exitCode == ExitCode.LEDGER_UNBALANCED || exitCode == ExitCode.DELIVERY_UNREADABLE) {
                progress.notice(partition + ": " + NotAsLoaded.LINE_ITEM);
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What may be published. */
    private record Proved(Publication publication, Staging staging, Proof proof) {}

    private Proved proved(Publication publication, Staging staging, Runnable beforeCommit) {
        Rest rest = orDiscard(publication, staging, () -> staging.stage(publication));
        try {
            progress.reached(Step.WRITTEN, partition);
            Proof proof = orDiscard(publication, staging, () -> {
                Proof proven = prove(publication, staging, rest);
                staging.checkSource();
                progress.reached(Step.PROVED, partition);
                beforeCommit.run();
                return proven;
            });
            return new Proved(publication, staging, proof);
        } catch (Throwable e) {
            rest.close();
            throw e;
        }
    }

    /**
     * What may still refuse. What was written is then removed; where the delivery changed meanwhile, that explains
     * whatever else went wrong.
     */
    private static <T> T orDiscard(Publication publication, Staging staging, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            publication.discard();
            staging.checkSource();
            throw e;
        }
    }

    private Proof prove(Publication publication, Staging staging, Rest rest) {
        ReadBack kept = publication.readBack();
        try {
            Ledger ledger = ledger(kept, rest, staging.delivered());
            if (!ledger.balances()) {
                throw errors().unbalanced(ledger.imbalances().stream()
                        .map(i -> i.toString())
                        .toList());
            }
            refuseStrangers(kept);
            staging.checkKept(kept.rows());
            refuseRejected(ledger, staging);
            return new Proof(ledger, Census.of(kept.rows(), rest.unconnectedRows()), kept, rest);
        } catch (Throwable e) {
            kept.close();
            throw e;
        }
    }

    private static Ledger ledger(ReadBack kept, Rest rest, DeliveredAmounts delivered) {
        return new Ledger(
                LedgerSide.of(delivered.amounts()),
                LedgerSide.of(kept.amounts()),
                LedgerSide.of(rest.unconnected()),
                LedgerSide.of(rest.rejected()),
                LedgerSide.of(delivered.doubleLoss()),
                delivered.rowsOfFiles());
    }

    /** A ledger also balances where two rows of equal cost changed places. */
    private void refuseStrangers(ReadBack kept) {
        kept.rows().keySet().stream()
                .map(AccountAndType::account)
                .filter(account -> !rule.keeps(account))
                .sorted()
                .findFirst()
                .ifPresent(account -> {
                    throw errors().stranger(account);
                });
    }

    private void refuseRejected(Ledger ledger, Staging staging) {
        if (ledger.rejected().rows() > 0 && warehouse.config().onRejected() == OnRejected.REFUSE) {
            staging.rejected().ifPresent(rejected -> {
                Row first = rejected.select(Provenance.FILE, Provenance.LINE, Provenance.REASON)
                        .orderBy(Provenance.FILE, Provenance.LINE)
                        .first();
                throw errors().rejectedRows(
                                ledger.rejected().rows(),
                                delivery.file(first.getInt(0)).key() + ", line " + first.getLong(1) + ": "
                                        + first.getString(2));
            });
        }
    }

    private Loaded published(Proved proved) {
        Publication publication = proved.publication();
        Staging staging = proved.staging();
        try (Proof proof = proved.proof()) {
            PeriodTables beside = new PeriodTables(warehouse, task, progress);
            long version = publication.commit(beside.note());
            Optional<RestatementSummary> restatement = beside.publish(staging, proof, version);
            List<String> warnings = new ArrayList<>(staging.notices());
            warnings.addAll(NewTypes.sentences(task.knownTypes(), proof.census().types()));
            warnings.addAll(Warnings.of(
                    delivery, proof.ledger(), proof.census(), task.connected(), publication.addedColumns()));
            return new Loaded(
                    staging.way(), proof.ledger(), warnings, proof.census().accounts(), restatement);
        }
    }

    private DeliveryErrors errors() {
        return task.finder().errors(delivery.period());
    }
}
