package io.curlake.jobs.run.build;

import io.curlake.model.ExitCode;
import java.util.List;

/** What became of every period whose gold tables were looked at. */
public record BuildSummary(List<BuiltPeriod> periods, double seconds) {
    public BuildSummary {
        periods = List.copyOf(periods);
    }

    public ExitCode exitCode() {
        return periods.stream().map(BuiltPeriod::exitCode).reduce(ExitCode.DONE, ExitCode::and);
    }

    public long count(BuiltPeriod.Status status) {
        return periods.stream().filter(period -> period.status() == status).count();
    }
}
