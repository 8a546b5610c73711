package io.curlake.provisioning.check.setting;

import io.curlake.model.config.ExportConfig.Granularity;
import io.curlake.provisioning.check.finding.Finding;
import java.util.Locale;

/** The length of time that one line item covers. */
final class GranularityFinding {
    private GranularityFinding() {}

    /** @param change how to change it at AWS */
    static Finding of(String actual, Granularity configured, String change) {
        String meaning = actual + ": " + meaning(actual);
        return actual.equals(configured.name())
                ? Finding.ok("granularity", meaning)
                : Finding.note(
                        "granularity",
                        meaning + "; " + configured + " is configured",
                        change + ", or set 'granularity: " + actual.toLowerCase(Locale.ROOT)
                                + "' in the configuration.");
    }

    private static String meaning(String granularity) {
        return switch (granularity) {
            case "HOURLY" -> "cost by hour";
            case "DAILY" -> "cost by day, not by hour";
            case "MONTHLY" -> "cost by month; there is no daily cost";
            default -> "a value that this version does not know";
        };
    }
}
