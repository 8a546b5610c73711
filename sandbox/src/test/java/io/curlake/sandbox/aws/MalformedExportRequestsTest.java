package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedExportRequestsTest {
    private static final String TARGET = "AWSBillingAndCostManagementDataExports.";

    @TempDir
    Path directory;

    static Stream<Arguments> malformed() {
        String export = "{\"Export\": " + Samples.export("acme-cur2") + "}";
        return Stream.of(
                Arguments.of(
                        "CreateExport",
                        "{}",
                        "Value at 'export' failed to satisfy constraint: Member must not be null"),
                Arguments.of("CreateExport", "{\"Export\"", "SerializationException"),
                Arguments.of("CreateExport", "[]", "SerializationException"),
                Arguments.of("CreateExport", "{\"Export\": \"x\"}", "STRING_VALUE can not be converted to a structure"),
                Arguments.of(
                        "CreateExport",
                        export.replace("\"acme-cur2\"", "7"),
                        "NUMBER_VALUE can not be converted to a String"),
                Arguments.of(
                        "CreateExport",
                        export.replace("acme-cur2", "acme cur2"),
                        "Value 'acme cur2' at 'export.name' failed to satisfy constraint: Member must satisfy regular "
                                + "expression pattern: [0-9A-Za-z\\\\-_]+"),
                Arguments.of(
                        "CreateExport",
                        export.replace("acme-cur2", "x".repeat(129)),
                        "at 'export.name' failed to satisfy constraint: Member must have length less than or equal to 128"),
                Arguments.of(
                        "CreateExport",
                        export.replace("\"Format\": \"PARQUET\"", "\"Format\": \"ORC\""),
                        "at 'export.destinationConfigurations.s3Destination.s3OutputConfigurations.format' failed to "
                                + "satisfy constraint: Member must satisfy enum value set: [TEXT_OR_CSV, PARQUET]"),
                Arguments.of(
                        "CreateExport",
                        export.replace("\"RefreshCadence\"", "\"Refresh\""),
                        "Member 'export.refresh' is not known"),
                Arguments.of(
                        "CreateExport",
                        export.replace("\"Compression\": \"PARQUET\"", "\"Compression\": \"GZIP\""),
                        "Compression GZIP is not valid for format PARQUET."),
                Arguments.of(
                        "CreateExport",
                        export.replace("DAILY", "WEEKLY"),
                        "Table property TIME_GRANULARITY must be one of [HOURLY, DAILY, MONTHLY]."),
                Arguments.of(
                        "ListExports", "{\"MaxResults\": 301}", "Member must have value less than or equal to 300"),
                Arguments.of(
                        "ListExports", "{\"MaxResults\": \"2\"}", "STRING_VALUE can not be converted to an Integer"),
                Arguments.of("ListExports", "{\"NextToken\": \"?\"}", "The token is not valid."),
                Arguments.of("GetExport", "{\"ExportArn\": \"arn:aws:s3:::x/of/some/length\"}", "'exportArn'"),
                Arguments.of(
                        "TagResource",
                        "{\"ResourceArn\": \"arn:aws:bcm-data-exports:us-east-1:111122223333:export/x\", "
                                + "\"ResourceTags\": [{\"Key\": \"\", \"Value\": \"\"}]}",
                        "at 'resourceTags.1.member.key' failed to satisfy constraint: Member must have length greater "
                                + "than or equal to 1"),
                Arguments.of("GetTable", "{\"TableName\": \"NONE\"}", "Table NONE does not exist."),
                Arguments.of("ListBuckets", "{}", "UnknownOperationException"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedRequestIsRefused(String operation, String body, String reason) throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Raw.json(aws, "bcm-data-exports", TARGET + operation, body))
                    .startsWith("400 ")
                    .contains(reason);
            assertThat(aws.exports().all()).isEmpty();
        }
    }

    @Test
    void aRefusalNamesEveryField() throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Raw.json(aws, "bcm-data-exports", TARGET + "GetExecution", "{}"))
                    .isEqualTo("400 {\"__type\":\"ValidationException\",\"Message\":\"2 validation errors detected: "
                            + "Value at 'exportArn' failed to satisfy constraint: Member must not be null; "
                            + "Value at 'executionId' failed to satisfy constraint: Member must not be null\","
                            + "\"Reason\":\"fieldValidationFailed\",\"Fields\":[{\"Name\":\"exportArn\",\"Message\":"
                            + "\"Value at 'exportArn' failed to satisfy constraint: Member must not be null\"},"
                            + "{\"Name\":\"executionId\",\"Message\":"
                            + "\"Value at 'executionId' failed to satisfy constraint: Member must not be null\"}]}");
        }
    }

    @Test
    void headersAreChecked() throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Raw.json(aws, "cur", TARGET + "ListExports", "{}"))
                    .isEqualTo("403 {\"__type\":\"InvalidSignatureException\",\"Message\":"
                            + "\"Credential should be scoped to correct service: 'bcm-data-exports'.\"}");
            assertThat(Raw.json(aws, "bcm-data-exports", "Nothing.ListExports", "{}"))
                    .isEqualTo("400 {\"__type\":\"UnknownOperationException\",\"Message\":"
                            + "\"Unknown target 'Nothing.ListExports'\"}");
            assertThat(Raw.send(Raw.request(aws, "bcm-data-exports", "/")
                            .header("Content-Type", "application/json")
                            .header("X-Amz-Target", TARGET + "ListExports")
                            .POST(BodyPublishers.ofString("{}"))
                            .build()))
                    .isEqualTo("400 {\"__type\":\"UnknownOperationException\",\"Message\":"
                            + "\"Content-Type is 'application/json', not application/x-amz-json-1.1\"}");
            assertThat(Raw.send(Raw.request(aws, "bcm-data-exports", "/")
                            .setHeader("Authorization", "AWS4-HMAC-SHA256")
                            .header("X-Amz-Target", TARGET + "ListExports")
                            .POST(BodyPublishers.ofString("{}"))
                            .build()))
                    .isEqualTo("403 {\"__type\":\"MissingAuthenticationTokenException\",\"Message\":"
                            + "\"Request is missing Authentication Token\"}");
            assertThat(Raw.send(Raw.request(aws, "bcm-data-exports", "/")
                            .setHeader("Authorization", Raw.authorization("NOBODY", "us-east-1", "bcm-data-exports"))
                            .header("X-Amz-Target", TARGET + "ListExports")
                            .POST(BodyPublishers.ofString("{}"))
                            .build()))
                    .isEqualTo("403 {\"__type\":\"UnrecognizedClientException\",\"Message\":"
                            + "\"The security token included in the request is invalid.\"}");
        }
    }
}
