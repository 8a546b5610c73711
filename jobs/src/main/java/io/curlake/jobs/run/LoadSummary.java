package io.curlake.jobs.run;

import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.record.Ended;
import io.curlake.model.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What became of every source and period of a load.
 *
 * @param remarks what a person should know of the run as a whole
 */
public record LoadSummary(List<PeriodResult> periods, List<String> remarks, double seconds) {
    public LoadSummary {
        periods = List.copyOf(periods);
        remarks = List.copyOf(remarks);
    }

    public ExitCode exitCode() {
        return periods.stream().map(PeriodResult::exitCode).reduce(ExitCode.DONE, ExitCode::and);
    }

    /** Whether no period's ledger failed. */
    public boolean balanced() {
        return periods.stream().noneMatch(p -> p.exitCode() == ExitCode.LEDGER_UNBALANCED);
    }

    /** What is remembered of the run: periods by status, rows of the loaded ones by side of the ledger. */
    Ended ended() {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (Status status : List.of(Status.LOADED, Status.UNCHANGED, Status.REFUSED)) {
            figures.put("periods_" + status.name().toLowerCase(Locale.ROOT), count(status));
        }
        figures.put("rows_delivered", rows(Ledger::delivered));
        figures.put("rows_kept", rows(Ledger::kept));
        figures.put("rows_unconnected", rows(Ledger::unconnected));
        figures.put("rows_rejected", rows(Ledger::rejected));
        return Ended.of(
                exitCode(),
                figures,
                periods.stream().flatMap(p -> p.error().stream()).toList());
    }

    private long rows(Function<Ledger, LedgerSide> side) {
        return periods.stream()
                .flatMap(p -> p.ledger().stream())
                .mapToLong(ledger -> side.apply(ledger).rows())
                .sum();
    }

    public long count(Status status) {
        return periods.stream().filter(p -> p.status() == status).count();
    }
}
