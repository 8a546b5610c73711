package io.curlake.jobs.run.focus;

import java.util.Locale;

/** What other tools read. */
public enum FocusFormat {
    PARQUET,
    /** In gzip, with a header; maps as JSON, times as ISO 8601, NULL as nothing. */
    CSV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
