package io.curlake.jobs.run;

import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to load.
 *
 * @param sources names; all sources where empty
 * @param periods all periods that have a manifest where empty
 * @param since no period before this one, unless periods are named
 * @param delivery the id of a delivery to load again, or its beginning; the newest one where empty
 */
public record LoadRequest(
        List<String> sources,
        List<BillingPeriod> periods,
        Set<Acceptance> accepted,
        Optional<BillingPeriod> since,
        Optional<String> delivery) {
    /** What is refused unless somebody said that it is meant. */
    public enum Acceptance {
        EMPTY_PERIOD,
        NEW_EXPORT,
        LOST_COLUMN
    }

    public static final LoadRequest EVERYTHING = new LoadRequest(List.of(), List.of(), Set.of());

    public LoadRequest {
        sources = List.copyOf(sources);
        periods = List.copyOf(periods);
        accepted = Set.copyOf(accepted);
        if (since.isPresent() && !periods.isEmpty()) {
            throw Refusal.usage("Cannot read the arguments: --since and --period exclude each other.");
        }
        if (delivery.isPresent() && periods.size() != 1) {
            throw Refusal.usage("Cannot load delivery '" + delivery.get()
                    + "' again: a delivery is of one billing period. Name it with --period.");
        }
    }

    public LoadRequest(List<String> sources, List<BillingPeriod> periods, Set<Acceptance> accepted) {
        this(sources, periods, accepted, Optional.empty(), Optional.empty());
    }

    /** The same, from that period on. */
    public LoadRequest since(BillingPeriod first) {
        return new LoadRequest(sources, periods, accepted, Optional.of(first), delivery);
    }

    /** The same, of that delivery. */
    public LoadRequest ofDelivery(String id) {
        return new LoadRequest(sources, periods, accepted, since, Optional.of(id));
    }

    /** The sources asked for, as configured; refuses a name that the configuration does not have. */
    public List<SourceConfig> sourcesOf(CurlakeConfig config) {
        List<SourceConfig> asked = sources.isEmpty()
                ? config.sources()
                : sources.stream().map(config::source).toList();
        if (delivery.isPresent() && asked.size() != 1) {
            throw Refusal.usage("Cannot load delivery '" + delivery.get()
                    + "' again: a delivery is of one source. Name it with --source.");
        }
        return asked;
    }

    public boolean accepts(Acceptance acceptance) {
        return accepted.contains(acceptance);
    }
}
