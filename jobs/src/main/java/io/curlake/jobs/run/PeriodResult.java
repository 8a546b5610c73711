package io.curlake.jobs.run;

import io.curlake.jobs.account.AccountNews;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.Partition;
import io.curlake.model.ExitCode;
import java.util.List;
import java.util.Optional;

/**
 * What became of one billing period of one source.
 *
 * @param deliveryId empty where none was found
 * @param way how a loaded period came into the table
 * @param ledger the proof of a loaded period
 * @param restatement what a loaded delivery changed of the one before
 * @param accounts those of a loaded delivery beside those known before
 * @param error why a period was refused
 */
public record PeriodResult(
        Partition partition,
        Status status,
        String deliveryId,
        String format,
        Optional<Way> way,
        Optional<Ledger> ledger,
        Optional<RestatementSummary> restatement,
        Optional<AccountNews> accounts,
        List<String> warnings,
        Optional<String> error,
        ExitCode exitCode,
        double seconds) {

    /** How a period ended: of a load, or of a reconciliation. */
    public enum Status {
        LOADED,
        UNCHANGED,
        PROVED,
        DISPROVED,
        REFUSED
    }

    public PeriodResult {
        warnings = List.copyOf(warnings);
    }

    /** Nothing changed since the period was loaded. */
    public static PeriodResult unchanged(Partition partition, String deliveryId, String format) {
        return new PeriodResult(
                partition,
                Status.UNCHANGED,
                deliveryId,
                format,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ExitCode.DONE,
                0);
    }

    /** The delivery is published. */
    public static PeriodResult loaded(
            Delivery delivery, PeriodLoad.Loaded loaded, List<String> warnings, double seconds) {
        return new PeriodResult(
                new Partition(delivery.source(), delivery.period()),
                Status.LOADED,
                delivery.id(),
                delivery.format().toString(),
                Optional.of(loaded.way()),
                Optional.of(loaded.ledger()),
                loaded.restatement(),
                Optional.empty(),
                warnings,
                Optional.empty(),
                ExitCode.DONE,
                seconds);
    }

    /** The same result, with what is to say of accounts. */
    public PeriodResult withAccounts(AccountNews news) {
        return new PeriodResult(
                partition,
                status,
                deliveryId,
                format,
                way,
                ledger,
                restatement,
                Optional.of(news),
                warnings,
                error,
                exitCode,
                seconds);
    }

    /** The same refusal, with more to say. */
    public PeriodResult refusedBesides(String words) {
        return refused(partition, format, exitCode, error.orElse("") + words, seconds);
    }

    /** Nothing was published. */
    public static PeriodResult refused(
            Partition partition, String format, ExitCode exitCode, String error, double seconds) {
        return new PeriodResult(
                partition,
                Status.REFUSED,
                "",
                format,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(error),
                exitCode,
                seconds);
    }
}
