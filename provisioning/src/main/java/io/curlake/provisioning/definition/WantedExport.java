package io.curlake.provisioning.definition;

import io.curlake.model.config.ExportConfig;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.bcmdataexports.model.CreateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;
import software.amazon.awssdk.services.bcmdataexports.model.S3OutputConfigurations;

/**
 * The CUR 2.0 export that a source asks for, in the words of AWS's API.
 *
 * @param columns to be selected, in the table's order
 * @param properties of the table
 * @param region of the bucket
 */
public record WantedExport(
        String name,
        List<String> columns,
        SortedMap<String, String> properties,
        String bucket,
        String prefix,
        String region,
        Output output,
        SortedMap<String, String> tags) {
    private static final String DESCRIPTION = "Line items for curlake";

    /** How the files are made: format, compression, and whether a delivery replaces the one before. */
    public record Output(String format, String compression, String overwrite) {
        static Output of(ExportConfig export) {
            String format = export.format().isParquet() ? "PARQUET" : "TEXT_OR_CSV";
            return new Output(
                    format,
                    export.format().isParquet() ? "PARQUET" : "GZIP",
                    switch (export.delivery()) {
                        case CREATE_NEW -> "CREATE_NEW_REPORT";
                        case OVERWRITE -> "OVERWRITE_REPORT";
                    });
        }
    }

    public WantedExport {
        columns = List.copyOf(columns);
        properties = new TreeMap<>(properties);
        tags = new TreeMap<>(tags);
    }

    static WantedExport of(ExportConfig export, String region, List<String> columns) {
        return new WantedExport(
                export.name(),
                columns,
                TableProperties.of(export),
                export.bucket(),
                export.prefix(),
                region,
                Output.of(export),
                new TreeMap<>(export.tags()));
    }

    /** With further properties of the table, where ours do not say otherwise. */
    public WantedExport withProperties(Map<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>(others);
        all.putAll(properties);
        return new WantedExport(name, columns, all, bucket, prefix, region, output, tags);
    }

    /** Names every column: AWS takes no {@code SELECT *}, and a column that it adds one day is no surprise. */
    public String query() {
        return "SELECT " + String.join(", ", columns) + " FROM " + TableProperties.TABLE;
    }

    public CreateExportRequest request() {
        CreateExportRequest.Builder request = CreateExportRequest.builder().export(export());
        if (!tags.isEmpty()) {
            request.resourceTags(tags.entrySet().stream()
                    .map(tag -> ResourceTag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList());
        }
        return request.build();
    }

    public Export export() {
        return Export.builder()
                .name(name)
                .description(DESCRIPTION)
                .dataQuery(query ->
                        query.queryStatement(query()).tableConfigurations(Map.of(TableProperties.TABLE, properties)))
                .destinationConfigurations(destination -> destination.s3Destination(s3 ->
                        s3.s3Bucket(bucket).s3Prefix(prefix).s3Region(region).s3OutputConfigurations(this::output)))
                .refreshCadence(cadence -> cadence.frequency("SYNCHRONOUS"))
                .build();
    }

    private void output(S3OutputConfigurations.Builder builder) {
        builder.outputType("CUSTOM")
                .format(output.format())
                .compression(output.compression())
                .overwrite(output.overwrite());
    }
}
