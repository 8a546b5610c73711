package io.curlake.provisioning.catalog;

import io.curlake.provisioning.catalog.ExistingReport.ReportHealth;
import java.util.Optional;
import software.amazon.awssdk.services.bcmdataexports.model.DataQuery;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionStatus;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatus;
import software.amazon.awssdk.services.bcmdataexports.model.S3Destination;
import software.amazon.awssdk.services.bcmdataexports.model.S3OutputConfigurations;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.ReportStatus;

/** From the SDK's objects to ours. Every value is read as AWS's own text: the SDK's enumerations lag behind AWS. */
final class CatalogRecords {
    private CatalogRecords() {}

    static ExistingExport export(String arn, Export export, Optional<ExportStatus> status) {
        DataQuery query = export.dataQuery();
        return new ExistingExport(
                arn,
                export.name(),
                text(export.description()),
                new ExportQuery(text(query.queryStatement()), query.tableConfigurations()),
                destination(export.destinationConfigurations().s3Destination()),
                health(status));
    }

    static ExportHealth health(Optional<ExportStatus> status) {
        return new ExportHealth(
                status.map(ExportStatus::statusCodeAsString).orElse(""),
                status.map(ExportStatus::statusReasonAsString),
                status.map(ExportStatus::createdAt),
                status.map(ExportStatus::lastUpdatedAt),
                status.map(ExportStatus::lastRefreshedAt));
    }

    static ExportExecution execution(String id, Optional<ExecutionStatus> status) {
        return new ExportExecution(
                id,
                status.map(ExecutionStatus::statusCodeAsString).orElse(""),
                status.map(ExecutionStatus::statusReasonAsString),
                status.map(ExecutionStatus::createdAt),
                status.map(ExecutionStatus::completedAt));
    }

    static ExistingReport report(ReportDefinition report) {
        Optional<ReportStatus> status = Optional.ofNullable(report.reportStatus());
        return new ExistingReport(
                report.reportName(),
                text(report.timeUnitAsString()),
                report.additionalSchemaElementsAsStrings(),
                report.additionalArtifactsAsStrings(),
                Optional.ofNullable(report.refreshClosedReports()),
                new ExportDestination(
                        report.s3Bucket(),
                        text(report.s3Prefix()),
                        text(report.s3RegionAsString()),
                        "",
                        text(report.formatAsString()),
                        text(report.compressionAsString()),
                        text(report.reportVersioningAsString())),
                new ReportHealth(status.map(ReportStatus::lastDelivery), status.map(ReportStatus::lastStatusAsString)));
    }

    private static ExportDestination destination(S3Destination s3) {
        S3OutputConfigurations output = s3.s3OutputConfigurations();
        return new ExportDestination(
                s3.s3Bucket(),
                text(s3.s3Prefix()),
                text(s3.s3Region()),
                text(output.outputTypeAsString()),
                text(output.formatAsString()),
                text(output.compressionAsString()),
                text(output.overwriteAsString()));
    }

    private static String text(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
