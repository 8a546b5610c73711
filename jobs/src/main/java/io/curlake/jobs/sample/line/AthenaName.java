package io.curlake.jobs.sample.line;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * AWS's rule that turns a legacy CSV name into an Athena name and a raw key into a map key: an underscore before every
 * capital, lower case, every other character an underscore, runs collapsed, ends trimmed. Source: the Athena page of the
 * Cost and Usage Reports user guide, 2026-11.
 */
public final class AthenaName {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private AthenaName() {}

    public static String of(String name) {
        String spread = CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
        return OTHER.matcher(spread).replaceAll("_").replaceAll("^_|_$", "");
    }
}
