package io.curlake.provisioning.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.catalog.ExportExecution;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.status.Created.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

class StatusReportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Created created = new Created(Optional.of(Instant.parse("2026-11-23T10:00:00Z")), Evidence.AWS);
    private Optional<ExportExecution> execution = Optional.empty();
    private List<Denied> denied = List.of();

    @Test
    void aNewExportIsAwaited() {
        ExportStatus status = status();

        assertThat(status.exitCode()).isEqualTo(ExitCode.NOTHING_DELIVERED);
        assertThat(StatusReport.of(status)).isEqualTo("""
                        acme: arn:x
                        created         2026-11-23T10:00:00Z (AWS says so)
                        health          healthy
                        deliveries      none yet, first delivery expected by 2026-11-24T10:00:00Z
                        """);
        assertThat(StatusJson.of(status))
                .isEqualTo(
                        "{\"verb\":\"export status\",\"source\":\"acme\",\"subject\":\"arn:x\",\"exit_code\":3,"
                                + "\"created\":{\"at\":\"2026-11-23T10:00:00Z\",\"evidence\":\"aws\"},\"health\":\"healthy\","
                                + "\"first_delivery_by\":\"2026-11-24T10:00:00Z\",\"periods\":[],\"missing\":[],\"denied\":[]}");
    }

    @Test
    void anExportThatShouldHaveDeliveredIsToBeChecked() {
        created = new Created(Optional.of(Instant.parse("2026-11-20T10:00:00Z")), Evidence.TEST_OBJECT);

        assertThat(StatusReport.of(status()))
                .contains("created         2026-11-20T10:00:00Z (AWS tried the bucket then)\n")
                .contains("deliveries      none, first delivery was expected by 2026-11-21T10:00:00Z; "
                        + "run 'curlake export check'\n");
    }

    @Test
    void nobodyKnowsWhenAnExportWithoutDatesWillDeliver() {
        created = new Created(Optional.empty(), Evidence.NONE);

        assertThat(status().firstDeliveryBy()).isEmpty();
        assertThat(StatusReport.of(status())).contains("created         unknown\n", "deliveries      none yet\n");
    }

    @Test
    void deliveriesAreToldMonthByMonthWithThoseThatAreMissing() {
        execution = Optional.of(new ExportExecution(
                "e9",
                "DELIVERY_SUCCESS",
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-23T01:00:00Z")),
                Optional.empty()));
        ExportStatus status = status(
                delivered("2026-11", 3, List.of("a/2.parquet"), Optional.empty()),
                delivered("2026-09", 1, List.of(), Optional.empty()),
                delivered("2026-07", 1, List.of(), Optional.of("manifest 'm': it is no JSON")));

        assertThat(status.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(StatusReport.of(status)).isEqualTo("""
                        acme: arn:x
                        created         2026-11-23T10:00:00Z (AWS says so)
                        health          healthy
                        last execution  e9 has delivered, started 2026-11-23T01:00:00Z
                        2026-11         delivered 2026-11-20T00:00:00Z, 2 files, 1 of them missing, first 'a/2.parquet', 3 deliveries
                        2026-09         delivered 2026-11-20T00:00:00Z, 2 files
                        2026-07         delivered 2026-11-20T00:00:00Z, manifest 'm': it is no JSON
                        missing         2026-08, 2026-10. AWS fills months on request; open a support case:

                        Subject: Back-fill of a billing export
                        Account: 111122223333
                        Export: arn:x
                        Please deliver this export again for the billing periods 2026-08, 2026-10. They are not in its bucket.

                        """);
        assertThat(StatusJson.of(status))
                .contains(
                        "\"last_execution\":{\"id\":\"e9\",\"state\":\"DELIVERY_SUCCESS\",\"meaning\":\"has delivered\"}")
                .contains("{\"billing_period\":\"2026-11\",\"delivered\":\"2026-11-20T00:00:00Z\",\"deliveries\":3,"
                        + "\"delivery\":\"e1\",\"files\":2,\"complete\":false,\"missing_files\":[\"a/2.parquet\"]}")
                .contains("\"missing\":[\"2026-08\",\"2026-10\"]");
    }

    @Test
    void theCurrentMonthIsNotMissing() {
        assertThat(status(delivered("2026-10", 1, List.of(), Optional.empty())).missing())
                .isEmpty();
        assertThat(status(delivered("2026-09", 1, List.of(), Optional.empty())).missing())
                .containsExactly(BillingPeriod.parse("2026-10"));
    }

    @Test
    void aDeniedCallMayHideADelivery() {
        denied = denied();

        assertThat(status().exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        assertThat(StatusReport.of(status())).endsWith("""
                        AWS denied 1 of the calls:
                          s3:ListBucket on arn:aws:s3:::acme-billing, to list the bucket. Add: {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::acme-billing"}
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "INITIATION_IN_PROCESS, , is being started",
        "QUERY_QUEUED, , waits for its query",
        "QUERY_IN_PROCESS, , queries the bill",
        "QUERY_FAILURE, INTERNAL_FAILURE, failed at its query: AWS failed",
        "DELIVERY_IN_PROCESS, , writes to the bucket",
        "DELIVERY_FAILURE, INSUFFICIENT_PERMISSION, failed to write to the bucket: AWS may not write to the bucket",
        "DELIVERY_FAILURE, MOON, failed to write to the bucket: MOON",
        "PAUSED, , 'is in state ''PAUSED'', which this version does not know'",
        "'', , is in a state that AWS does not tell"
    })
    void anExecutionIsToldInPlainWords(String code, String reason, String words) {
        assertThat(ExecutionWords.of(new ExportExecution(
                        "e", code, Optional.ofNullable(reason), Optional.empty(), Optional.empty())))
                .isEqualTo(words);
    }

    @Test
    void theBestEvidenceOfCreationIsTaken() {
        Optional<Instant> day1 = Optional.of(Instant.parse("2026-11-01T00:00:00Z"));
        Optional<Instant> day2 = Optional.of(Instant.parse("2026-11-02T00:00:00Z"));
        Optional<Instant> day3 = Optional.of(Instant.parse("2026-11-03T00:00:00Z"));

        assertThat(Created.of(day1, () -> day2, () -> day3)).isEqualTo(new Created(day1, Evidence.AWS));
        assertThat(Created.of(Optional.empty(), () -> day2, () -> day3)).isEqualTo(new Created(day2, Evidence.JOURNAL));
        assertThat(Created.of(Optional.empty(), Optional::empty, () -> day3))
                .isEqualTo(new Created(day3, Evidence.TEST_OBJECT));
        assertThat(Created.of(Optional.empty(), Optional::empty, Optional::empty))
                .isEqualTo(new Created(Optional.empty(), Evidence.NONE));
    }

    private ExportStatus status(DeliveredPeriod... periods) {
        return new ExportStatus(
                new ExportStatus.Subject("acme", "111122223333", "arn:x"),
                created,
                Finding.ok("health", "healthy"),
                execution,
                List.of(periods),
                NOW,
                denied);
    }

    private static DeliveredPeriod delivered(
            String period, int deliveries, List<String> missing, Optional<String> problem) {
        return new DeliveredPeriod(
                BillingPeriod.parse(period),
                Instant.parse("2026-11-20T00:00:00Z"),
                deliveries,
                "e1",
                2,
                missing,
                problem);
    }

    private static List<Denied> denied() {
        DeniedCalls calls = new DeniedCalls();
        assertThat(calls.attempt(() -> AwsCalls.call(
                        "list the bucket", new Permission("s3:ListBucket", "arn:aws:s3:::acme-billing"), () -> {
                            throw S3Exception.builder().statusCode(403).build();
                        })))
                .isEmpty();
        return calls.list();
    }
}
