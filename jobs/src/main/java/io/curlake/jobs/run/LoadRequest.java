package io.curlake.jobs.run;

import io.curlake.model.BillingPeriod;
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

    boolean accepts(Acceptance acceptance) {
        return accepted.contains(acceptance);
    }
}
