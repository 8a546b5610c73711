package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.costandusagereport.model.CostAndUsageReportException;
import software.amazon.awssdk.services.costandusagereport.model.DuplicateReportNameException;
import software.amazon.awssdk.services.costandusagereport.model.InternalErrorException;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.ReportLimitReachedException;
import software.amazon.awssdk.services.costandusagereport.model.ResourceNotFoundException;
import software.amazon.awssdk.services.costandusagereport.model.Tag;
import software.amazon.awssdk.services.costandusagereport.model.ValidationException;

class UsageReportsTest {
    @TempDir
    Path directory;

    private AwsStandIn aws;
    private CostAndUsageReportClient client;

    @BeforeEach
    void start() {
        aws = AwsStandIn.start(directory);
        aws.buckets().add(Samples.BUCKET, "111122223333", "us-east-1").policy(Samples.policy());
        client = new Clients(aws).reports();
    }

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    @Test
    void aReportIsCreatedChangedAndDeleted() {
        put("acme-cur");
        client.modifyReportDefinition(modify -> modify.reportName("acme-cur")
                .reportDefinition(report("acme-cur").refreshClosedReports(false).build()));
        aws.reports().named("acme-cur").delivered("ERROR_NO_BUCKET", "20260417T190636Z");

        ReportDefinition found = client.describeReportDefinitions(request -> {})
                .reportDefinitions()
                .get(0);
        assertThat(found.refreshClosedReports()).isFalse();
        assertThat(found.reportStatus().lastStatusAsString()).isEqualTo("ERROR_NO_BUCKET");
        assertThat(found.reportStatus().lastDelivery()).isEqualTo("20260417T190636Z");

        client.deleteReportDefinition(delete -> delete.reportName("acme-cur"));
        assertThat(client.describeReportDefinitions(request -> {}).reportDefinitions())
                .isEmpty();
    }

    @Test
    void reportsComeInPagesOfFiveAndThereAreNoMoreThanTen() {
        IntStream.range(0, 10).forEach(i -> put("report-" + i));

        assertThat(client.describeReportDefinitions(request -> request.maxResults(5))
                        .reportDefinitions())
                .hasSize(5);
        assertThat(client.describeReportDefinitionsPaginator(request -> {}).stream()
                        .flatMap(page -> page.reportDefinitions().stream()))
                .hasSize(10);
        assertThatThrownBy(() -> put("one-too-many")).isInstanceOf(ReportLimitReachedException.class);
    }

    @Test
    void aSecondReportOfANameIsRefused() {
        put("acme-cur");

        assertThatThrownBy(() -> put("acme-cur"))
                .isInstanceOf(DuplicateReportNameException.class)
                .hasMessageContaining("A report with the name acme-cur already exists.");
    }

    @Test
    void whatAReportThatOverwritesMayNotChangeIsRefused() {
        put("acme-cur");

        ValidationException refused = catchThrowableOfType(
                ValidationException.class,
                () -> client.modifyReportDefinition(modify -> modify.reportName("acme-cur")
                        .reportDefinition(report("acme-cur").timeUnit("DAILY").build())));
        assertThat(refused.awsErrorDetails().errorMessage())
                .isEqualTo("TimeUnit of a report that overwrites cannot be changed.");
    }

    @Test
    void aBucketThatReportsMayNotBeWrittenToIsRefused() {
        aws.buckets()
                .named(Samples.BUCKET)
                .policy(Samples.policy().replace("\"s3:GetBucketAcl\", \"s3:GetBucketPolicy\"", "\"s3:GetBucketAcl\""));

        assertThatThrownBy(() -> put("acme-cur"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Failed to verify customer bucket permission: bucket 'acme-billing' does not "
                        + "allow billingreports.amazonaws.com s3:GetBucketPolicy.");
    }

    @Test
    void tagsAreKept() {
        put("acme-cur");
        client.tagResource(tag -> tag.reportName("acme-cur")
                .tags(
                        Tag.builder().key("team").value("finops").build(),
                        Tag.builder().key("env").value("prod").build()));
        client.untagResource(untag -> untag.reportName("acme-cur").tagKeys("team"));

        assertThat(client.listTagsForResource(list -> list.reportName("acme-cur"))
                        .tags())
                .extracting(Tag::key)
                .containsExactly("env");
        assertThatThrownBy(() -> client.listTagsForResource(list -> list.reportName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void failuresThatAreAskedForComeAsTheSdkKnowsThem() {
        aws.fail("PutReportDefinition", Failure.quotaExceeded().times(1));
        assertThatThrownBy(() -> put("acme-cur")).isInstanceOf(ReportLimitReachedException.class);
        aws.fail("PutReportDefinition", Failure.internalError().times(1));
        assertThatThrownBy(() -> put("acme-cur")).isInstanceOf(InternalErrorException.class);
        aws.fail("cur:PutReportDefinition", Failure.accessDenied());
        assertThatThrownBy(() -> put("acme-cur"))
                .isInstanceOf(CostAndUsageReportException.class)
                .hasMessageContaining("is not authorized to perform: cur:PutReportDefinition on resource: "
                        + "arn:aws:cur:us-east-1:111122223333:definition/acme-cur");
    }

    private void put(String name) {
        client.putReportDefinition(put -> put.reportDefinition(report(name).build()));
    }

    private static ReportDefinition.Builder report(String name) {
        return ReportDefinition.builder()
                .reportName(name)
                .timeUnit("HOURLY")
                .format("Parquet")
                .compression("Parquet")
                .additionalSchemaElementsWithStrings("RESOURCES")
                .s3Bucket(Samples.BUCKET)
                .s3Prefix("reports")
                .s3Region("us-east-1")
                .additionalArtifactsWithStrings("ATHENA")
                .refreshClosedReports(true)
                .reportVersioning("OVERWRITE_REPORT");
    }
}
