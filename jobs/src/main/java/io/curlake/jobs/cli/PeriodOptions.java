package io.curlake.jobs.cli;

import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadRequest.Acceptance;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which sources and billing periods a verb works on: all, unless some are named. */
public final class PeriodOptions {
    @Option(names = "--source", paramLabel = "NAME", description = "Only this source; may be repeated.")
    private List<String> sources = List.of();

    @Option(names = "--period", paramLabel = "YYYY-MM", arity = "1..*", description = "Only these billing periods.")
    private List<String> periods = List.of();

    /** The options as they would be typed, for a verb that takes the same. */
    public List<String> arguments() {
        return Stream.concat(
                        sourceArguments().stream(), periods.stream().flatMap(period -> Stream.of("--period", period)))
                .toList();
    }

    /** Those of them that name sources. */
    public List<String> sourceArguments() {
        return sources.stream().flatMap(source -> Stream.of("--source", source)).toList();
    }

    /** What the options ask for. */
    public LoadRequest request(Set<Acceptance> accepted) {
        return new LoadRequest(sources, Arguments.periods(periods), accepted);
    }
}
