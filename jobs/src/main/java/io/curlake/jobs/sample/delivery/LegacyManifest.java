package io.curlake.jobs.sample.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.columns.LegacyColumns;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.model.BillingPeriod;
import java.util.List;

/** The manifest of a legacy CUR delivery. The columns are named as in CSV, whatever the format. */
final class LegacyManifest {
    private static final String MIDNIGHT = "T000000.000Z";

    private LegacyManifest() {}

    static ObjectNode of(DeliveryKeys keys, List<ExportColumn> csvColumns) {
        SampleSpec spec = keys.spec();
        ObjectNode manifest = new ObjectMapper().createObjectNode();
        manifest.put("assemblyId", keys.id().assemblyId())
                .put("account", spec.payer().value());
        ArrayNode described = manifest.putArray("columns");
        for (ExportColumn column : csvColumns) {
            described
                    .addObject()
                    .put("category", LegacyColumns.category(column.name()))
                    .put("name", LegacyColumns.nameInCategory(column.name()))
                    .put("type", type(column));
        }
        manifest.put("charset", "UTF-8")
                .put("compression", compression(spec))
                .put("contentType", spec.format().isParquet() ? "Parquet" : "text/csv")
                .put("reportId", Dice.of(spec.seed()).at(8).hex(64))
                .put("reportName", spec.exportName());
        billingPeriod(manifest.putObject("billingPeriod"), keys.period());
        manifest.put("bucket", DeliveryKeys.bucket(spec));
        keys.dataFiles().forEach(manifest.putArray("reportKeys")::add);
        manifest.putArray("additionalArtifactKeys");
        return manifest;
    }

    private static String compression(SampleSpec spec) {
        if (spec.format().isParquet()) {
            return "Parquet";
        }
        return spec.has(SampleVariant.ZIP) ? "ZIP" : "GZIP";
    }

    private static void billingPeriod(ObjectNode node, BillingPeriod period) {
        String folder = period.legacyFolder();
        int dash = folder.indexOf('-');
        node.put("start", folder.substring(0, dash) + MIDNIGHT).put("end", folder.substring(dash + 1) + MIDNIGHT);
    }

    private static String type(ExportColumn column) {
        boolean always = LegacyColumns.isAlwaysPresent(column.name());
        return switch (column.type()) {
            case STRING ->
                column.name().equals("identity/TimeInterval") ? "Interval" : always ? "String" : "OptionalString";
            case DOUBLE -> always ? "BigDecimal" : "OptionalBigDecimal";
            case TIMESTAMP -> "DateTime";
            case STRING_MAP, DOUBLE_MAP -> throw new IllegalStateException(column.name() + " is a map");
        };
    }
}
