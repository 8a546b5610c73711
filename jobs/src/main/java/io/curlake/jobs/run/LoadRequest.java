package io.curlake.jobs.run;

import io.curlake.model.BillingPeriod;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.Set;

/**
 * What to load.
 *
 * @param sources names; all sources where empty
 * @param periods all periods that have a manifest where empty
 */
public record LoadRequest(List<String> sources, List<BillingPeriod> periods, Set<Acceptance> accepted) {
    /** What is refused unless somebody said that it is meant. */
    public enum Acceptance {
        EMPTY_PERIOD,
        NEW_EXPORT
    }

    public static final LoadRequest EVERYTHING = new LoadRequest(List.of(), List.of(), Set.of());

    public LoadRequest {
        sources = List.copyOf(sources);
        periods = List.copyOf(periods);
        accepted = Set.copyOf(accepted);
    }

    /** The sources asked for, as configured; refuses a name that the configuration does not have. */
    List<SourceConfig> sourcesOf(CurlakeConfig config) {
        return sources.isEmpty()
                ? config.sources()
                : sources.stream().map(config::source).toList();
    }

    boolean accepts(Acceptance acceptance) {
        return accepted.contains(acceptance);
    }
}
