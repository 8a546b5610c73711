package io.curlake.jobs.sample;

import io.curlake.jobs.sample.columns.Cur2Columns;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.columns.LegacyColumns;
import io.curlake.model.ExportFormat;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * The columns of one delivery.
 *
 * @param legacy the names of those that some line fills; empty for CUR 2.0, whose columns are fixed
 */
record DeliveryColumns(SampleSpec spec, Set<String> legacy) implements Serializable {
    List<ExportColumn> ofFiles() {
        return spec.format() == ExportFormat.LEGACY_PARQUET ? LegacyColumns.parquet(legacy) : ofManifest();
    }

    /** A legacy manifest names the columns as CSV does, whatever the format. */
    List<ExportColumn> ofManifest() {
        return switch (spec.format()) {
            case CUR2_PARQUET, CUR2_CSV ->
                spec.has(SampleVariant.SPLIT_COST) ? Cur2Columns.withSplitCost() : Cur2Columns.withoutSplitCost();
            case LEGACY_CSV, LEGACY_PARQUET -> LegacyColumns.csv(legacy);
        };
    }
}
