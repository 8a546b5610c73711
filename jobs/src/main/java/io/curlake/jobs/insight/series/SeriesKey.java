package io.curlake.jobs.insight.series;

import java.util.Comparator;

/** What a series of daily costs is of. */
public record SeriesKey(String account, String productCode, String currency) {
    public static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::account)
            .thenComparing(SeriesKey::productCode)
            .thenComparing(SeriesKey::currency);
}
