package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.sandbox.aws.bucket.Bucket;
import io.curlake.sandbox.aws.bucket.Buckets;
import io.curlake.sandbox.aws.wire.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Data Exports demands of an export beyond its model. */
final class ExportRules {
    private final Exports exports;
    private final Buckets buckets;

    ExportRules(Exports exports, Buckets buckets) {
        this.exports = exports;
        this.buckets = buckets;
    }

    void checkNew(JsonNode export, Caller caller) {
        String name = export.path("Name").asText();
        Query query = check(export);
        List<Export> own = exports.of(caller.account());
        if (own.stream().anyMatch(other -> other.name().equals(name))) {
            throw ExportErrors.invalid("export.name", "An export with the name " + name + " already exists.");
        }
        Table table = Table.named(query.table()).orElseThrow();
        if (own.stream().filter(other -> other.table().equals(table.name())).count() >= table.quota()) {
            throw ExportErrors.quota(table.name(), table.quota());
        }
        checkDestination(export, caller);
    }

    void checkUpdate(Export export, JsonNode update, Caller caller) {
        check(update);
        if (!update.path("Name").asText().equals(export.name())) {
            throw ExportErrors.invalid("export.name", "The name of an export cannot be changed.");
        }
        String before = output(export.definition()).path("Overwrite").asText();
        if (before.equals("OVERWRITE_REPORT")
                && !output(update).path("Overwrite").asText().equals(before)) {
            throw ExportErrors.invalid(
                    "export.destinationConfigurations.s3Destination.s3OutputConfigurations.overwrite",
                    "An export that overwrites cannot be changed to keep its deliveries.");
        }
        if (!billingView(export.definition(), caller).equals(billingView(update, caller))) {
            throw ExportErrors.invalid(
                    "export.dataQuery.tableConfigurations", "The billing view of an export cannot be changed.");
        }
        checkDestination(update, caller);
    }

    /** The billing view that AWS takes where none is named. */
    static String billingView(JsonNode export, Caller caller) {
        String primary = "arn:" + caller.partition() + ":billing::" + caller.account() + ":billingview/primary";
        return configuration(export, Query.of(export).table())
                .path(Table.BILLING_VIEW)
                .asText(primary);
    }

    private static Query check(JsonNode export) {
        Query query = Query.of(export);
        Table table = Table.named(query.table())
                .orElseThrow(() -> ExportErrors.invalid(
                        "export.dataQuery.queryStatement", "Table " + query.table() + " does not exist."));
        export.path("DataQuery").path("TableConfigurations").fieldNames().forEachRemaining(name -> {
            if (!name.equals(table.name())) {
                throw ExportErrors.invalid(
                        "export.dataQuery.tableConfigurations", "Table " + name + " is not part of the query.");
            }
        });
        JsonNode configuration = configuration(export, table.name());
        table.check(configuration);
        List<String> known =
                table.columns(configuration).stream().map(Table.Column::name).toList();
        String unknown = query.columns().stream()
                .filter(column -> !known.isEmpty() && !known.contains(column))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw ExportErrors.invalid(
                    "export.dataQuery.queryStatement",
                    "The columns in the query provided are not a subset of the table " + table.name() + ": " + unknown);
        }
        checkFormat(output(export));
        return query;
    }

    private static void checkFormat(JsonNode output) {
        String format = output.path("Format").asText();
        String compression = output.path("Compression").asText();
        if (format.equals("PARQUET") != compression.equals("PARQUET")) {
            throw ExportErrors.invalid(
                    "export.destinationConfigurations.s3Destination.s3OutputConfigurations.compression",
                    "Compression " + compression + " is not valid for format " + format + ".");
        }
    }

    private void checkDestination(JsonNode export, Caller caller) {
        JsonNode destination = export.path("DestinationConfigurations").path("S3Destination");
        String name = destination.path("S3Bucket").asText();
        String field = "export.destinationConfigurations.s3Destination.s3Bucket";
        String arn = "arn:" + caller.partition() + ":bcm-data-exports:" + caller.region() + ":" + caller.account()
                + ":export/" + export.path("Name").asText();
        buckets.refusalOfExport(name, caller.account(), arn).ifPresent(reason -> {
            throw ExportErrors.invalid(field, "S3 bucket permission validation failed: " + reason + ".");
        });
        Optional<Bucket> bucket = buckets.find(name);
        String owner = destination.path("S3BucketOwner").asText(caller.account());
        if (bucket.filter(found -> !found.owner().equals(owner)).isPresent()) {
            throw ExportErrors.invalid(field, "S3 bucket '" + name + "' is not owned by account " + owner + ".");
        }
        String region = destination.path("S3Region").asText();
        if (bucket.filter(found -> !found.region().equals(region)).isPresent()) {
            throw ExportErrors.invalid(
                    "export.destinationConfigurations.s3Destination.s3Region",
                    "S3 bucket '" + name + "' is not in region " + region + ".");
        }
    }

    private static JsonNode configuration(JsonNode export, String table) {
        return export.path("DataQuery").path("TableConfigurations").path(table);
    }

    private static JsonNode output(JsonNode export) {
        return export.path("DestinationConfigurations").path("S3Destination").path("S3OutputConfigurations");
    }
}
