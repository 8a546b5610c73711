package io.curlake.jobs.report.proof;

import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A billing period of a source: its newest delivery, how fresh it is, and its ledger.
 *
 * @param lastDay the newest day with cost in the gold tables
 */
public record PeriodState(
        String source,
        BillingPeriod period,
        Delivered delivered,
        Optional<Instant> builtAt,
        Built built,
        Optional<LocalDate> lastDay,
        List<Proof> proofs) {

    /** Whether the gold tables are of the newest load. */
    public enum Built {
        CURRENT,
        BEHIND,
        NEVER
    }

    /** The delivery that was loaded last. */
    public record Delivered(String id, String format, String way, int files, long rows, long bytes, Instant loadedAt) {}

    /** Ordered from good to bad. */
    public enum Verdict {
        BALANCES,
        NOT_BUILT,
        NO_LEDGER,
        TABLES_DIFFER,
        DOES_NOT_BALANCE
    }

    public Verdict verdict() {
        if (proofs.stream().anyMatch(proof -> !proof.balances())) {
            return Verdict.DOES_NOT_BALANCE;
        }
        if (proofs.stream().anyMatch(Proof::differsFromTables)) {
            return Verdict.TABLES_DIFFER;
        }
        if (proofs.isEmpty() && delivered.rows > 0) {
            return Verdict.NO_LEDGER;
        }
        return built == Built.CURRENT ? Verdict.BALANCES : Verdict.NOT_BUILT;
    }

    public boolean isOutOfBalance() {
        Verdict verdict = verdict();
        return verdict == Verdict.DOES_NOT_BALANCE || verdict == Verdict.TABLES_DIFFER || verdict == Verdict.NO_LEDGER;
    }
}
