package io.curlake.jobs.cli.insight;

import io.curlake.jobs.cli.Arguments;
import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What of a table is shown. */
final class InsightOptions {
    @Option(names = "--source", paramLabel = "NAME", description = "Only this source; may be repeated.")
    private List<String> sources = List.of();

    @Option(
            names = "--period",
            paramLabel = "YYYY-MM",
            description = "This billing period; the newest of each source unless given.")
    private String period = "";

    List<String> sources() {
        return sources;
    }

    Optional<BillingPeriod> period() {
        return Arguments.periods(period.isEmpty() ? List.of() : List.of(period)).stream()
                .findFirst();
    }
}
