package io.curlake.provisioning.definition;

import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.ExportConfig.ClosedPeriods;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.costandusagereport.model.PutReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.Tag;

/**
 * The legacy CUR report that a source asks for, in the words of AWS's API. A report in Parquet is one for Athena, which
 * AWS makes with overwrite delivery and a prefix only.
 *
 * @param elements what is delivered besides the usual columns
 * @param artifacts for which other service the files are made
 * @param region of the bucket
 */
public record WantedReport(
        String name,
        String timeUnit,
        List<String> elements,
        Files files,
        String bucket,
        String prefix,
        String region,
        SortedMap<String, String> tags) {

    /** How the files are made. */
    public record Files(
            String format, String compression, List<String> artifacts, boolean refreshesClosed, String versioning) {
        static Files of(ExportConfig export) {
            boolean isParquet = export.format().isParquet();
            return new Files(
                    isParquet ? "Parquet" : "textORcsv",
                    isParquet ? "Parquet" : export.compression().name(),
                    isParquet ? List.of("ATHENA") : List.of(),
                    export.closedPeriods() == ClosedPeriods.REFRESHED,
                    switch (export.delivery()) {
                        case CREATE_NEW -> "CREATE_NEW_REPORT";
                        case OVERWRITE -> "OVERWRITE_REPORT";
                    });
        }
    }

    public WantedReport {
        elements = List.copyOf(elements);
        tags = new TreeMap<>(tags);
    }

    static WantedReport of(ExportConfig export, String region) {
        List<String> elements = new ArrayList<>();
        if (export.resourceIds()) {
            elements.add("RESOURCES");
        }
        if (export.splitCost()) {
            elements.add("SPLIT_COST_ALLOCATION_DATA");
        }
        return new WantedReport(
                export.name(),
                export.granularity().name(),
                elements,
                Files.of(export),
                export.bucket(),
                export.prefix(),
                region,
                new TreeMap<>(export.tags()));
    }

    public PutReportDefinitionRequest request() {
        PutReportDefinitionRequest.Builder request =
                PutReportDefinitionRequest.builder().reportDefinition(definition());
        if (!tags.isEmpty()) {
            request.tags(tags.entrySet().stream()
                    .map(tag -> Tag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList());
        }
        return request.build();
    }

    public ReportDefinition definition() {
        ReportDefinition.Builder definition = ReportDefinition.builder()
                .reportName(name)
                .timeUnit(timeUnit)
                .format(files.format())
                .compression(files.compression())
                .additionalSchemaElementsWithStrings(elements)
                .s3Bucket(bucket)
                .s3Prefix(prefix)
                .s3Region(region)
                .refreshClosedReports(files.refreshesClosed())
                .reportVersioning(files.versioning());
        if (!files.artifacts().isEmpty()) {
            definition.additionalArtifactsWithStrings(files.artifacts());
        }
        return definition.build();
    }
}
