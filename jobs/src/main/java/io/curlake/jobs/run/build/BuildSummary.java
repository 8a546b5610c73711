package io.curlake.jobs.run.build;

import io.curlake.model.ExitCode;
import java.util.List;

/**
 * What became of every period whose gold tables were looked at.
 *
 * @param remarks what a person should know of the sources as a whole
 */
public record BuildSummary(List<BuiltPeriod> periods, List<String> remarks, double seconds) {
    public BuildSummary {
        periods = List.copyOf(periods);
        remarks = List.copyOf(remarks);
    }

    public ExitCode exitCode() {
        return periods.stream().map(BuiltPeriod::exitCode).reduce(ExitCode.DONE, ExitCode::and);
    }

    public long count(BuiltPeriod.Status status) {
        return periods.stream().filter(period -> period.status() == status).count();
    }
}
