package io.curlake.provisioning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.ExitCode;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.check.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

class CheckReportTest {
    private static final Finding OK = Finding.ok("table", "COST_AND_USAGE_REPORT");
    private static final Finding NOTE = Finding.note("granularity", "DAILY: cost by day", "Change it.");
    private static final Finding FAULT = Finding.fault("rows", "no more than 10", "Remove LIMIT.");

    @Test
    void findingsAreLinesInColumnsAndDenialsFollow() {
        assertThat(CheckReport.of(new CheckResult("acme", "arn:x", List.of(OK, NOTE, FAULT), denied())))
                .isEqualTo("""
                        acme: arn:x
                        ✓ table        COST_AND_USAGE_REPORT.
                        ! granularity  DAILY: cost by day. Change it.
                        ✗ rows         no more than 10. Remove LIMIT.
                        AWS denied 1 of the calls:
                          s3:GetBucketPolicy on arn:aws:s3:::acme-billing, to read the policy. Add: {"Effect": "Allow", "Action": "s3:GetBucketPolicy", "Resource": "arn:aws:s3:::acme-billing"}
                        1 as they should be, 1 to know, 1 to mend.""");
    }

    @Test
    void theJsonHoldsTheSame() {
        assertThat(CheckJson.of(new CheckResult("acme", "arn:x", List.of(OK, FAULT), denied())))
                .isEqualTo("{\"verb\":\"export check\",\"source\":\"acme\",\"subject\":\"arn:x\",\"exit_code\":5,"
                        + "\"findings\":[{\"level\":\"ok\",\"setting\":\"table\",\"meaning\":\"COST_AND_USAGE_REPORT\"},"
                        + "{\"level\":\"fault\",\"setting\":\"rows\",\"meaning\":\"no more than 10\","
                        + "\"remedy\":\"Remove LIMIT.\"}],\"denied\":[{\"what\":\"read the policy\","
                        + "\"action\":\"s3:GetBucketPolicy\",\"resource\":\"arn:aws:s3:::acme-billing\","
                        + "\"statement\":\"{\\\"Effect\\\": \\\"Allow\\\", \\\"Action\\\": \\\"s3:GetBucketPolicy\\\", "
                        + "\\\"Resource\\\": \\\"arn:aws:s3:::acme-billing\\\"}\"}]}");
    }

    @Test
    void aFaultOutweighsADeniedCall() {
        assertThat(exitCode(List.of(OK, FAULT), denied())).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(exitCode(List.of(OK, NOTE), denied())).isEqualTo(ExitCode.PERMISSION_DENIED);
        assertThat(exitCode(List.of(OK, NOTE), List.of())).isEqualTo(ExitCode.DONE);
    }

    private static ExitCode exitCode(List<Finding> findings, List<Denied> denied) {
        return new CheckResult("acme", "arn:x", findings, denied).exitCode();
    }

    private static List<Denied> denied() {
        DeniedCalls calls = new DeniedCalls();
        assertThat(calls.attempt(() -> AwsCalls.call(
                        "read the policy", new Permission("s3:GetBucketPolicy", "arn:aws:s3:::acme-billing"), () -> {
                            throw S3Exception.builder().statusCode(403).build();
                        })))
                .isEmpty();
        return calls.list();
    }
}
