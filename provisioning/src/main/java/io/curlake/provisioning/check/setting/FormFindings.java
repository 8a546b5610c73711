package io.curlake.provisioning.check.setting;

import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.provisioning.catalog.ExportDestination;
import io.curlake.provisioning.check.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form of the files and the place they are delivered to, of exports and reports alike. */
public final class FormFindings {
    private FormFindings() {}

    public static List<Finding> of(ExportDestination destination, ExportConfig configured) {
        List<Finding> findings = new ArrayList<>();
        findings.add(place(destination, configured));
        findings.add(format(destination, configured));
        findings.add(overwrite(destination, configured));
        String type = destination.outputType();
        if (!type.isEmpty() && !type.equals("CUSTOM")) {
            findings.add(Finding.note("output type", type + ": files for that service lie beside the data"));
        }
        return findings;
    }

    private static Finding place(ExportDestination destination, ExportConfig configured) {
        boolean same = destination.bucket().equals(configured.bucket())
                && trimmed(destination.prefix()).equals(trimmed(configured.prefix()));
        return same
                ? Finding.ok("destination", destination.toString())
                : Finding.fault(
                        "destination",
                        destination + "; configured is s3://" + configured.bucket() + "/" + configured.prefix()
                                + ", where nothing will be found",
                        "Correct 'bucket' and 'prefix' in the configuration, or the export.");
    }

    private static String trimmed(String prefix) {
        return prefix.replaceAll("^/+|/+$", "");
    }

    private static Finding format(ExportDestination destination, ExportConfig configured) {
        String pair = destination.format() + " in " + destination.compression();
        Optional<ExportFormat> actual = readable(destination, configured.format());
        if (actual.isEmpty()) {
            return Finding.fault(
                    "format",
                    pair + " is none that curlake reads",
                    "Choose Parquet with Parquet, or CSV with GZIP; a legacy report may also use ZIP.");
        }
        return actual.get() == configured.format()
                ? Finding.ok("format", pair)
                : Finding.fault(
                        "format",
                        pair + " is '" + actual.get() + "', configured is '" + configured.format()
                                + "': its deliveries would be refused",
                        "Set 'format: " + actual.get() + "' in the configuration, or change the export.");
    }

    private static Optional<ExportFormat> readable(ExportDestination destination, ExportFormat configured) {
        boolean legacy = configured.isLegacy();
        return switch (destination.format() + "+" + destination.compression()) {
            case "PARQUET+PARQUET", "Parquet+Parquet" ->
                Optional.of(legacy ? ExportFormat.LEGACY_PARQUET : ExportFormat.CUR2_PARQUET);
            case "TEXT_OR_CSV+GZIP", "textORcsv+GZIP" ->
                Optional.of(legacy ? ExportFormat.LEGACY_CSV : ExportFormat.CUR2_CSV);
            case "textORcsv+ZIP" -> Optional.of(ExportFormat.LEGACY_CSV);
            default -> Optional.empty();
        };
    }

    private static Finding overwrite(ExportDestination destination, ExportConfig configured) {
        return switch (destination.overwrite()) {
            case "CREATE_NEW_REPORT" -> Finding.ok("delivery", "each into a folder of its own");
            case "OVERWRITE_REPORT" -> {
                String meaning = "each replaces the files of the one before, also while somebody reads them; a load "
                        + "that meets this starts anew";
                yield configured.delivery() == Delivery.OVERWRITE
                        ? Finding.ok("delivery", meaning)
                        : Finding.note(
                                "delivery",
                                meaning + "; create-new is configured",
                                "AWS does not change overwriting back: make a new export, or set 'delivery: "
                                        + "overwrite' in the configuration.");
            }
            default ->
                Finding.note(
                        "delivery", "'" + destination.overwrite() + "' is a value that this version does not know");
        };
    }
}
