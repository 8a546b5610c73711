package io.curlake.jobs.restatement.stability;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the history says about all sources asked for.
 *
 * @param restatements how many times another delivery took the place of a loaded one
 */
public record StabilityFindings(int restatements, List<Stability> currencies) {
    /** With fewer restatements nothing is said. */
    public static final int ENOUGH = 3;

    public StabilityFindings {
        currencies = List.copyOf(currencies);
    }

    public boolean isEnough() {
        return restatements >= ENOUGH;
    }

    /** The line below a load. */
    public String line() {
        if (!isEnough()) {
            return "stability: not known yet, after " + restatements + " of at least " + ENOUGH + " restatements";
        }
        return "stability: " + currencies.stream().map(StabilityFindings::words).collect(Collectors.joining("; "));
    }

    private static String words(Stability stability) {
        String share = String.format(Locale.ROOT, "%.1f%%", 100 - Stability.STILL.doubleValue() * 100);
        int oldest = stability.oldestAge();
        String watched = " (watched up to day " + oldest + ")";
        return stability.stillAfter().isEmpty()
                ? stability.currency() + " costs still moved on day " + oldest + ", the oldest that was watched"
                : share + " of a day's cost in " + stability.currency() + " stood still from day "
                        + stability.stillAfter().getAsInt() + " on" + watched;
    }
}
