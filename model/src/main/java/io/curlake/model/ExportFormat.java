package io.curlake.model;

import java.util.Arrays;
import java.util.Optional;

/** The billing exports that curlake reads, by the word used for each in the configuration. */
public enum ExportFormat {
    CUR2_PARQUET("cur2-parquet"),
    CUR2_CSV("cur2-csv"),
    LEGACY_CSV("legacy-csv"),
    LEGACY_PARQUET("legacy-parquet");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    /** Whether the export is a legacy CUR report rather than a CUR 2.0 export. */
    public boolean isLegacy() {
        return this == LEGACY_CSV || this == LEGACY_PARQUET;
    }

    public boolean isParquet() {
        return this == CUR2_PARQUET || this == LEGACY_PARQUET;
    }

    @Override
    public String toString() {
        return word;
    }
}
