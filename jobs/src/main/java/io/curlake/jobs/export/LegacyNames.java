package io.curlake.jobs.export;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names that Athena, and with it legacy Parquet, gives to the columns of a legacy CUR CSV. Source: "Cost and Usage
 * Reports and Athena" of the AWS CUR user guide, 2026-11.
 */
public final class LegacyNames {
    private static final Pattern UPPER_CASE = Pattern.compile("([A-Z])");
    private static final Pattern NO_NAME_CHARACTERS = Pattern.compile("[^a-z0-9]+");

    private LegacyNames() {}

    /** The Athena name of a CSV header: {@code lineItem/UsageAccountId} becomes {@code line_item_usage_account_id}. */
    public static String athena(String csvHeader) {
        String words = UPPER_CASE.matcher(csvHeader).replaceAll("_$1").toLowerCase(Locale.ROOT);
        String name = NO_NAME_CHARACTERS.matcher(words).replaceAll("_");
        int start = name.startsWith("_") ? 1 : 0;
        int end = name.length() > start && name.endsWith("_") ? name.length() - 1 : name.length();
        return name.substring(start, end);
    }
}
