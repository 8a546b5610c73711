package io.curlake.jobs.run;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.model.ExitCode;
import java.util.List;

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

    public long count(Status status) {
        return periods.stream().filter(p -> p.status() == status).count();
    }
}
