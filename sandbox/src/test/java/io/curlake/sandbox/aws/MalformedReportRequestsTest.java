package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedReportRequestsTest {
    private static final String TARGET = "AWSOrigamiServiceGatewayService.";

    @TempDir
    Path directory;

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("PutReportDefinition", "{}", "Value at 'reportDefinition' failed"),
                report("\"TimeUnit\": \"HOURLY\", ", "", "Value at 'reportDefinition.timeUnit' failed"),
                report("HOURLY", "WEEKLY", "Member must satisfy enum value set: [HOURLY, DAILY, MONTHLY]"),
                report("us-east-1", "us-gov-west-1", "'reportDefinition.s3Region' failed"),
                report("[\"RESOURCES\"]", "[\"EVERYTHING\"]", "'reportDefinition.additionalSchemaElements.1.member'"),
                report("\"acme-cur\"", "\"acme cur\"", "'reportDefinition.reportName' failed"),
                report("\"S3Prefix\": \"reports\"", "\"S3Prefix\": \"re ports\"", "'reportDefinition.s3Prefix' failed"),
                report("true", "\"true\"", "STRING_VALUE can not be converted to a Boolean"),
                report("\"ReportVersioning\"", "\"Versioning\"", "Member 'reportDefinition.versioning' is not known"),
                report("\"Compression\": \"Parquet\"", "\"Compression\": \"GZIP\"", "Compression GZIP is not valid"),
                report("OVERWRITE_REPORT", "CREATE_NEW_REPORT", "ATHENA needs report versioning OVERWRITE_REPORT."),
                report("\"reports\"", "\"\"", "Artifact ATHENA needs a prefix."),
                report("\"ATHENA\"", "\"ATHENA\", \"REDSHIFT\"", "Artifact ATHENA cannot be combined with others."),
                report("\"ATHENA\"", "\"REDSHIFT\"", "Artifacts [REDSHIFT] need format textORcsv."),
                report("acme-billing", "nowhere", "bucket 'nowhere' does not exist in account 111122223333"),
                Arguments.of(
                        "DescribeReportDefinitions",
                        "{\"MaxResults\": 4}",
                        "Member must have value greater than or equal to 5"),
                Arguments.of("DescribeReportDefinitions", "{\"NextToken\": \"x\"}", "The token is not valid."),
                Arguments.of("DeleteReportDefinition", "{\"ReportName\": null}", "Value at 'reportName' failed"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedRequestIsRefused(String operation, String body, String reason) throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            aws.buckets().add(Samples.BUCKET, "111122223333", "us-east-1").policy(Samples.policy());

            assertThat(Raw.json(aws, "cur", TARGET + operation, body))
                    .startsWith("400 ")
                    .contains(reason);
            assertThat(aws.reports().all()).isEmpty();
        }
    }

    private static Arguments report(String valid, String malformed, String reason) {
        String body = "{\"ReportDefinition\": " + Samples.report("acme-cur").replace(valid, malformed) + "}";
        return Arguments.of("PutReportDefinition", body, reason);
    }
}
