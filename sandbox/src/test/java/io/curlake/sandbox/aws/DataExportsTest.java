package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.bcmdataexports.model.BcmDataExportsException;
import software.amazon.awssdk.services.bcmdataexports.model.Column;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionReference;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ExportReference;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportResponse;
import software.amazon.awssdk.services.bcmdataexports.model.InternalServerException;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;
import software.amazon.awssdk.services.bcmdataexports.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bcmdataexports.model.Table;
import software.amazon.awssdk.services.bcmdataexports.model.ThrottlingException;
import software.amazon.awssdk.services.bcmdataexports.model.ValidationException;
import software.amazon.awssdk.services.bcmdataexports.model.ValidationExceptionField;

class DataExportsTest {
    @TempDir
    Path directory;

    private AwsStandIn aws;
    private BcmDataExportsClient client;

    @BeforeEach
    void start() {
        aws = AwsStandIn.start(directory);
        aws.buckets().add(Samples.BUCKET, "111122223333", "us-east-1").policy(Samples.policy());
        client = new Clients(aws).dataExports();
    }

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    @Test
    void anExportIsCreatedReadUpdatedAndDeleted() {
        String arn = create("acme-cur2");
        assertThat(arn).matches("arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-[0-9a-f-]{36}");

        GetExportResponse found = client.getExport(request -> request.exportArn(arn));
        assertThat(found.exportStatus().statusCodeAsString()).isEqualTo("HEALTHY");
        assertThat(found.export().dataQuery().tableConfigurations().get("COST_AND_USAGE_REPORT"))
                .isEqualTo(Map.of(
                        "TIME_GRANULARITY",
                        "DAILY",
                        "BILLING_VIEW_ARN",
                        "arn:aws:billing::111122223333:billingview/primary"));

        client.updateExport(request -> request.exportArn(arn)
                .export(export("acme-cur2").toBuilder().description("changed").build()));
        assertThat(client.getExport(request -> request.exportArn(arn)).export().description())
                .isEqualTo("changed");

        client.deleteExport(request -> request.exportArn(arn));
        client.deleteExport(request -> request.exportArn(arn));
        assertThatThrownBy(() -> client.getExport(request -> request.exportArn(arn)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void listsComeInPagesOfTwo() {
        for (String name : List.of("one", "two", "three", "four", "five")) {
            create(name);
        }

        assertThat(client.listExports(request -> {}).exports()).hasSize(2);
        assertThat(client.listExports(request -> request.maxResults(4)).exports())
                .hasSize(4);
        assertThat(client.listExportsPaginator(request -> {}).stream()
                        .flatMap(page -> page.exports().stream())
                        .map(ExportReference::exportName))
                .containsExactly("one", "two", "three", "four", "five");
        assertThat(client.listTablesPaginator(request -> {}).stream()
                        .flatMap(page -> page.tables().stream())
                        .map(Table::tableName))
                .contains("COST_AND_USAGE_REPORT", "FOCUS_1_2_AWS");
    }

    @Test
    void executionsAndStatusesAreWhatATestSetsThemTo() {
        String arn = create("acme-cur2");
        aws.exports().named("acme-cur2").status("UNHEALTHY", "INSUFFICIENT_PERMISSION");
        aws.exports().named("acme-cur2").addExecution("DELIVERY_SUCCESS").completedAt("2026-11-02T03:04:05Z");
        aws.exports().named("acme-cur2").addExecution("QUERY_PAUSED");

        List<ExecutionReference> executions =
                client.listExecutions(request -> request.exportArn(arn)).executions();
        assertThat(executions)
                .extracting(execution -> execution.executionStatus().statusCodeAsString())
                .containsExactly("QUERY_PAUSED", "DELIVERY_SUCCESS");
        assertThat(client.getExecution(request -> request.exportArn(arn)
                                .executionId(executions.get(1).executionId()))
                        .executionStatus()
                        .completedAt())
                .isEqualTo("2026-11-02T03:04:05Z");
        assertThat(client.getExport(request -> request.exportArn(arn))
                        .exportStatus()
                        .statusReasonAsString())
                .isEqualTo("INSUFFICIENT_PERMISSION");
    }

    @Test
    void columnsFollowTheTableProperties() {
        assertThat(columns(Map.of()))
                .hasSize(115)
                .doesNotContain("line_item_resource_id", "split_line_item_split_cost");
        assertThat(columns(Map.of("INCLUDE_RESOURCES", "TRUE"))).hasSize(116).contains("line_item_resource_id");
        assertThat(columns(Map.of("INCLUDE_RESOURCES", "TRUE", "INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE")))
                .hasSize(127)
                .contains("split_line_item_split_cost");
        assertThat(columns(Map.of("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "TRUE")))
                .hasSize(112);
    }

    @Test
    void tagsAreKept() {
        String arn = client.createExport(request -> request.export(export("acme-cur2"))
                        .resourceTags(ResourceTag.builder()
                                .key("team")
                                .value("finops")
                                .build()))
                .exportArn();
        client.tagResource(request -> request.resourceArn(arn)
                .resourceTags(ResourceTag.builder().key("env").value("prod").build()));
        client.untagResource(request -> request.resourceArn(arn).resourceTagKeys("team"));

        assertThat(client.listTagsForResource(request -> request.resourceArn(arn))
                        .resourceTags())
                .extracting(ResourceTag::key)
                .containsExactly("env");
    }

    @Test
    void aSecondExportOfANameIsRefused() {
        create("acme-cur2");

        assertThat(refusal(export("acme-cur2"))).isEqualTo("An export with the name acme-cur2 already exists.");
    }

    @Test
    void thereAreNoMoreThanFive() {
        for (int i = 0; i < 5; i++) {
            create("export-" + i);
        }

        assertThatThrownBy(() -> create("one-too-many"))
                .isInstanceOf(ServiceQuotaExceededException.class)
                .hasMessageContaining("The account has reached the limit of 5 exports of table COST_AND_USAGE_REPORT.");
    }

    @Test
    void aQueryForColumnsThatThePropertiesExcludeIsRefused() {
        assertThat(refusal(querying("SELECT line_item_resource_id FROM COST_AND_USAGE_REPORT")))
                .isEqualTo("The columns in the query provided are not a subset of the table COST_AND_USAGE_REPORT: "
                        + "line_item_resource_id");
        assertThat(refusal(querying("SELECT * FROM COST_AND_USAGE_REPORT")))
                .isEqualTo("The query statement is not valid near '*'.");
    }

    @Test
    void aBucketThatDataExportsMayNotWriteToIsRefused() {
        aws.buckets().named(Samples.BUCKET).policy(Samples.policy().replace("111122223333", "999988887777"));
        assertThat(refusal(export("acme-cur2")))
                .isEqualTo("S3 bucket permission validation failed: bucket 'acme-billing' does not allow "
                        + "bcm-data-exports.amazonaws.com to put objects.");

        assertThat(refusal(exportTo("no-such-bucket")))
                .isEqualTo("S3 bucket permission validation failed: bucket 'no-such-bucket' does not exist.");
    }

    @Test
    void aNewPolicyIsSeenLate() {
        aws.buckets().named(Samples.BUCKET).policy("{\"Statement\": []}");
        aws.policyLag(2);
        new Clients(aws)
                .s3("us-east-1")
                .putBucketPolicy(put -> put.bucket(Samples.BUCKET).policy(Samples.policy()));

        refusal(export("acme-cur2"));
        refusal(export("acme-cur2"));
        create("acme-cur2");

        assertThat(aws.exports().all()).hasSize(1);
    }

    @Test
    void failuresThatAreAskedForComeAsTheSdkKnowsThem() {
        aws.fail("CreateExport", Failure.accessDenied().times(1));
        assertThatThrownBy(() -> create("acme-cur2"))
                .isInstanceOf(BcmDataExportsException.class)
                .hasMessageContaining("User: arn:aws:iam::111122223333:user/sandbox is not authorized to perform: "
                        + "bcm-data-exports:CreateExport on resource: "
                        + "arn:aws:bcm-data-exports:us-east-1:111122223333:table/COST_AND_USAGE_REPORT");
        aws.fail("CreateExport", Failure.throttled().times(1));
        assertThatThrownBy(() -> create("acme-cur2")).isInstanceOf(ThrottlingException.class);
        aws.fail("CreateExport", Failure.internalError().times(1));
        assertThatThrownBy(() -> create("acme-cur2")).isInstanceOf(InternalServerException.class);
        aws.fail("CreateExport", Failure.quotaExceeded().times(1));
        assertThatThrownBy(() -> create("acme-cur2")).isInstanceOf(ServiceQuotaExceededException.class);
        aws.fail("CreateExport", Failure.connectionReset().times(1));
        assertThatThrownBy(() -> create("acme-cur2")).isInstanceOf(SdkClientException.class);

        assertThat(create("acme-cur2")).isNotEmpty();
        assertThat(aws.requests("CreateExport")).hasSize(6);
    }

    @Test
    void anExportIsThereAlthoughTheAnswerIsLost() {
        aws.fail("CreateExport", Failure.answerLost().times(1));

        assertThatThrownBy(() -> create("acme-cur2")).isInstanceOf(SdkClientException.class);

        assertThat(refusal(export("acme-cur2"))).isEqualTo("An export with the name acme-cur2 already exists.");
    }

    @Test
    void twoWhoCreateAtOnceGetOneExport() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> both = List.of(() -> create("acme-cur2"), () -> create("acme-cur2"));
            int created = 0;
            for (Future<String> one : two.invokeAll(both)) {
                try {
                    one.get();
                    created++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(ValidationException.class);
                }
            }

            assertThat(created).isEqualTo(1);
            assertThat(aws.exports().all()).hasSize(1);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void whatMayNotBeChangedIsRefused() {
        String arn = create("acme-cur2");
        Export renamed = export("another-name");
        Export keeping = export("acme-cur2").toBuilder()
                .destinationConfigurations(destination -> destination.s3Destination(s3 -> s3.s3Bucket(Samples.BUCKET)
                        .s3Prefix("exports")
                        .s3Region("us-east-1")
                        .s3OutputConfigurations(output -> output.outputType("CUSTOM")
                                .format("PARQUET")
                                .compression("PARQUET")
                                .overwrite("CREATE_NEW_REPORT"))))
                .build();

        assertThatThrownBy(() ->
                        client.updateExport(update -> update.exportArn(arn).export(renamed)))
                .hasMessageContaining("The name of an export cannot be changed.");
        assertThatThrownBy(() ->
                        client.updateExport(update -> update.exportArn(arn).export(keeping)))
                .hasMessageContaining("An export that overwrites cannot be changed to keep its deliveries.");
    }

    @Test
    void anExportMadeByHandBelongsToTheAccount() {
        aws.account("999988887777");
        aws.exports().add(Samples.export("by-hand"));

        assertThat(client.listExports(request -> {}).exports().get(0).exportArn())
                .startsWith("arn:aws:bcm-data-exports:us-east-1:999988887777:export/by-hand-");
        aws.account("111122223333");
        assertThat(client.listExports(request -> {}).exports()).isEmpty();
    }

    @Test
    void inChinaEverythingIsOfItsOwnPartition() {
        aws.buckets()
                .add("acme-cn", "111122223333", "us-east-1")
                .policy(Samples.policy()
                        .replace("arn:aws:", "arn:aws-cn:")
                        .replace("bcm-data-exports:us-east-1", "bcm-data-exports:cn-northwest-1")
                        .replace("acme-billing", "acme-cn"));

        try (BcmDataExportsClient china = new Clients(aws).dataExports("cn-northwest-1")) {
            assertThat(china.createExport(request -> request.export(exportTo("acme-cn")))
                            .exportArn())
                    .startsWith("arn:aws-cn:bcm-data-exports:cn-northwest-1:111122223333:export/acme-cur2-");
        }
    }

    @Test
    void theServiceIsInNoOtherRegion() {
        try (BcmDataExportsClient ireland = new Clients(aws).dataExports("eu-west-1")) {
            assertThatThrownBy(() -> ireland.listExports(request -> {}))
                    .isInstanceOf(BcmDataExportsException.class)
                    .hasMessageContaining("Credential should be scoped to a valid region.");
        }
    }

    @Test
    void aFailureLastsUntilItIsHealed() {
        aws.fail("ListExports", Failure.validation("No.", "maxResults"));
        for (int i = 0; i < 3; i++) {
            ValidationException refused =
                    catchThrowableOfType(ValidationException.class, () -> client.listExports(request -> {}));
            assertThat(refused.fields())
                    .extracting(ValidationExceptionField::name)
                    .containsExactly("maxResults");
        }
        aws.heal("ListExports");

        assertThat(client.listExports(request -> {}).exports()).isEmpty();
    }

    private String create(String name) {
        return client.createExport(request -> request.export(export(name))).exportArn();
    }

    private String refusal(Export export) {
        ValidationException refused = catchThrowableOfType(
                ValidationException.class, () -> client.createExport(request -> request.export(export)));
        assertThat(refused.fields()).hasSize(1);
        return Objects.requireNonNull(refused.awsErrorDetails().errorMessage());
    }

    private List<String> columns(Map<String, String> properties) {
        return client
                .getTable(request -> request.tableName("COST_AND_USAGE_REPORT").tableProperties(properties))
                .schema()
                .stream()
                .map(Column::name)
                .toList();
    }

    private static Export querying(String statement) {
        return export("acme-cur2").toBuilder()
                .dataQuery(query -> query.queryStatement(statement))
                .build();
    }

    private static Export export(String name) {
        return exportTo(Samples.BUCKET).toBuilder().name(name).build();
    }

    private static Export exportTo(String bucket) {
        return Export.builder()
                .name("acme-cur2")
                .dataQuery(query -> query.queryStatement("SELECT bill_bill_type FROM COST_AND_USAGE_REPORT")
                        .tableConfigurations(Map.of("COST_AND_USAGE_REPORT", Map.of("TIME_GRANULARITY", "DAILY"))))
                .destinationConfigurations(destination -> destination.s3Destination(s3 -> s3.s3Bucket(bucket)
                        .s3Prefix("exports")
                        .s3Region("us-east-1")
                        .s3OutputConfigurations(output -> output.outputType("CUSTOM")
                                .format("PARQUET")
                                .compression("PARQUET")
                                .overwrite("OVERWRITE_REPORT"))))
                .refreshCadence(cadence -> cadence.frequency("SYNCHRONOUS"))
                .build();
    }
}
