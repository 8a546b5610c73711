package io.curlake.jobs.export.text;

import io.curlake.jobs.export.LegacyColumns;
import io.curlake.jobs.export.TargetColumn;

/** How a billing CSV names its columns and writes its maps. */
public enum TextDialect {
    /** CUR 2.0 names; maps are JSON text. */
    CUR2,
    /** {@code category/Name}; every key of a map is a column. */
    LEGACY;

    public TargetColumn target(String header) {
        return switch (this) {
            case CUR2 -> new TargetColumn(header, null);
            case LEGACY -> LegacyColumns.ofCsv(header);
        };
    }
}
