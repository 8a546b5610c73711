package io.curlake.provisioning.definition;

import io.curlake.model.Refusal;
import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.ExportConfig.CsvCompression;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.SourceConfig;
import java.util.List;

/** Makes AWS's definitions of a source's configuration, and refuses what AWS would. */
public final class Definitions {
    private Definitions() {}

    /** Refuses names and combinations that AWS does not take. Asks nobody. */
    public static void check(SourceConfig source) {
        Names.check(source);
        if (source.export().format().isLegacy()) {
            checkReport(source);
        } else {
            checkExport(source);
        }
    }

    /** The configuration of the table that the source asks for. */
    public static java.util.SortedMap<String, String> properties(SourceConfig source) {
        return TableProperties.of(source.export());
    }

    /**
     * The CUR 2.0 export of a source.
     *
     * @param columns of the table in that configuration, as AWS says; empty where it was not asked
     */
    public static WantedExport export(SourceConfig source, String region, List<String> columns) {
        List<String> selected = columns.isEmpty() ? TableProperties.knownColumns(source.export()) : columns;
        return WantedExport.of(source.export(), region, selected);
    }

    public static WantedReport report(SourceConfig source, String region) {
        return WantedReport.of(source.export(), region);
    }

    private static void checkExport(SourceConfig source) {
        ExportConfig export = source.export();
        if (export.compression() == CsvCompression.ZIP) {
            throw refusal(
                    source,
                    "compression 'zip' is for legacy reports; CSV of CUR 2.0 is packed by gzip. Remove "
                            + "'compression'.");
        }
    }

    /** Source: rules that AWS applies to report definitions, as known in 2026. */
    private static void checkReport(SourceConfig source) {
        ExportConfig export = source.export();
        if (!export.format().isParquet()) {
            return;
        }
        if (export.compression() == CsvCompression.ZIP) {
            throw refusal(source, "compression 'zip' is for CSV, legacy-parquet has its own. Remove 'compression'.");
        }
        if (export.delivery() == Delivery.CREATE_NEW) {
            throw refusal(
                    source,
                    "a report in Parquet is one for Athena, which AWS makes with overwrite delivery only. "
                            + "Write 'delivery: overwrite', or format legacy-csv.");
        }
        if (export.prefix().isEmpty()) {
            throw refusal(source, "a report in Parquet is one for Athena, which needs a prefix. Set 'prefix'.");
        }
    }

    private static Refusal refusal(SourceConfig source, String reason) {
        return Refusal.usage("Cannot provision '" + source.name() + "': " + reason);
    }
}
