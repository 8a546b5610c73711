package io.curlake.jobs.run.bridge.migration;

import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.util.List;

/**
 * Which two sources to compare.
 *
 * @param from the source that is used now
 * @param to the one that would take its place
 * @param periods all that are loaded from both where empty
 */
public record MigrationRequest(SourceConfig from, SourceConfig to, List<BillingPeriod> periods) {
    /** Refuses a source with itself, and sources of different payers. */
    public MigrationRequest {
        periods = List.copyOf(periods);
        if (from.name().equals(to.name())) {
            throw Refusal.usage(
                    "Cannot compare source '" + from.name() + "' with itself. Name two sources of one payer.");
        }
        if (!from.payer().equals(to.payer())) {
            throw Refusal.usage("Cannot compare '" + from.name() + "' with '" + to.name() + "': the payer of '"
                    + from.name() + "' is " + from.payer() + ", that of '" + to.name() + "' is " + to.payer()
                    + ". Name two sources of one payer.");
        }
    }

    /** Refuses names that the configuration does not have. */
    public static MigrationRequest of(CurlakeConfig config, List<String> names, List<BillingPeriod> periods) {
        return new MigrationRequest(config.source(names.get(0)), config.source(names.get(1)), periods);
    }
}
