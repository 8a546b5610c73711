package io.curlake.jobs.run.build;

import io.curlake.jobs.run.record.Ended;
import io.curlake.model.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** What is remembered of the run: periods by status, and the line items that tables were built from. */
    Ended ended() {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (BuiltPeriod.Status status : BuiltPeriod.Status.values()) {
            figures.put("periods_" + status.name().toLowerCase(Locale.ROOT), count(status));
        }
        figures.put("rows", periods.stream().mapToLong(BuiltPeriod::rows).sum());
        return Ended.of(
                exitCode(),
                figures,
                periods.stream()
                        .flatMap(period -> period.refusal().stream())
                        .map(refusal -> String.valueOf(refusal.getMessage()))
                        .toList());
    }

    public long count(BuiltPeriod.Status status) {
        return periods.stream().filter(period -> period.status() == status).count();
    }
}
