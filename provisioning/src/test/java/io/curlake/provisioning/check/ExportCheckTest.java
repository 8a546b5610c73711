package io.curlake.provisioning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.provisioning.StandIn;
import io.curlake.provisioning.catalog.Definitions;
import io.curlake.provisioning.catalog.Exports;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import io.curlake.provisioning.delivery.BucketInMemory;
import io.curlake.sandbox.aws.Failure;
import io.curlake.sandbox.aws.export.Export;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCheckTest {
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Exports", "Effect": "Allow", "Principal": {"Service": "bcm-data-exports.amazonaws.com"},
               "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-billing/*",
               "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}},
              {"Sid": "Reports", "Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"},
               "Action": ["s3:PutObject", "s3:GetBucketAcl", "s3:GetBucketPolicy"],
               "Resource": ["arn:aws:s3:::acme-billing", "arn:aws:s3:::acme-billing/*"],
               "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
            """;

    @TempDir
    Path directory;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
        standIn.aws().buckets().add("acme-billing", "111122223333", "us-east-1").policy(POLICY);
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void aHealthyExportWithADeliveryPasses() {
        Export export = healthy();
        String file = "exports/acme-cur2/data/BILLING_PERIOD=2026-11/d-e1/acme-cur2-00001.snappy.parquet";
        standIn.put(file, "rows");
        standIn.put(
                "exports/acme-cur2/metadata/BILLING_PERIOD=2026-11/acme-cur2-Manifest.json",
                BucketInMemory.manifest("e1", file));

        CheckResult result = check(ExportFormat.CUR2_PARQUET);

        assertThat(result.subject()).isEqualTo(export.arn());
        assertThat(result.denied()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.findings())
                .contains(
                        Finding.ok("payer account", "111122223333 pays for its organization"),
                        Finding.ok("health", "healthy"),
                        Finding.ok("table", "COST_AND_USAGE_REPORT"),
                        Finding.ok("columns", "all that the table has with these properties"),
                        Finding.ok("format", "PARQUET in PARQUET"),
                        Finding.ok("region", "bucket and export agree: us-east-1"),
                        Finding.ok(
                                "bucket policy",
                                "statement 'Exports' allows bcm-data-exports.amazonaws.com s3:PutObject"))
                .noneMatch(finding -> finding.level() == Level.FAULT)
                .anyMatch(finding -> finding.level() == Level.OK
                        && finding.meaning().startsWith("newest of 1 month: 2026-11, delivered "));
    }

    @Test
    void anUnhealthyExportFails() {
        healthy().status("UNHEALTHY", "INSUFFICIENT_PERMISSION");
        standIn.aws().buckets().named("acme-billing").policy("{\"Statement\": []}");

        CheckResult result = check(ExportFormat.CUR2_PARQUET);

        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(result.findings())
                .filteredOn(finding -> finding.level() == Level.FAULT)
                .extracting(Finding::meaning)
                .containsExactly(
                        "unhealthy: AWS may not write to the bucket",
                        "no statement allows bcm-data-exports.amazonaws.com s3:PutObject: AWS cannot deliver");
    }

    @Test
    void everyDeniedCallIsToldAtOnce() {
        healthy();
        for (String operation : new String[] {"DescribeOrganization", "GetBucketPolicy", "ListObjectsV2"}) {
            standIn.aws().fail(operation, Failure.accessDenied());
        }

        CheckResult result = check(ExportFormat.CUR2_PARQUET);

        assertThat(result.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        assertThat(result.denied())
                .extracting(call -> call.permission().toString())
                .containsExactly(
                        "Permission[action=organizations:DescribeOrganization, resource=*]",
                        "Permission[action=s3:GetBucketPolicy, resource=arn:aws:s3:::acme-billing]",
                        "Permission[action=s3:ListBucket, resource=arn:aws:s3:::acme-billing]");
        assertThat(result.findings())
                .contains(
                        Finding.note(
                                "payer account", "nobody could say whether 111122223333 pays for its organization"),
                        Finding.note("bucket policy", "not readable: nobody can say here whether AWS may deliver"),
                        Finding.note("deliveries", "not known: the bucket may not be listed"));
    }

    @Test
    void ofExportsOfOneNameTheFirstIsLookedAt() {
        Export first = healthy();
        Export second = healthy();

        CheckResult result = check(ExportFormat.CUR2_PARQUET);

        assertThat(result.subject()).isIn(first.arn(), second.arn());
        assertThat(result.findings())
                .contains(Finding.note(
                        "name",
                        "2 exports have it; this is about " + result.subject(),
                        "Keep one of them: nobody can tell their deliveries apart."));
    }

    @Test
    void anotherTableIsAFaultWhoseColumnsDoNotMatter() {
        standIn.aws()
                .exports()
                .add(Definitions.export("acme-cur2", "SELECT BilledCost FROM FOCUS_1_2_AWS")
                        .replace("COST_AND_USAGE_REPORT", "FOCUS_1_2_AWS"));

        CheckResult result = check(ExportFormat.CUR2_PARQUET);

        assertThat(result.findings())
                .filteredOn(finding -> finding.level() == Level.FAULT)
                .extracting(Finding::setting)
                .containsExactly("table");
        assertThat(result.findings()).extracting(Finding::setting).noneMatch(setting -> setting.startsWith("columns"));
    }

    @Test
    void anExportThatIsNotThereIsAFaultThatNamesTheOthers() {
        standIn.aws().exports().add(Definitions.export("other", Exports.select(column -> true)));

        assertThat(check(ExportFormat.CUR2_PARQUET).findings())
                .contains(Finding.fault(
                        "export",
                        "account 111122223333 has no CUR 2.0 export 'acme-cur2'; there are 'other'",
                        "Correct 'name' and 'format' in the configuration, or make it ('curlake export apply')."));
        assertThat(check(ExportFormat.LEGACY_CSV).findings())
                .contains(Finding.fault(
                        "export",
                        "account 111122223333 has no legacy report 'acme-cur'; there is none",
                        "Correct 'name' and 'format' in the configuration, or make it ('curlake export apply')."));
    }

    @Test
    void aLinkedAccountAndOneWithoutOrganizationAreTold() {
        healthy();
        standIn.aws().organization().managedBy("999988887777");
        assertThat(check(ExportFormat.CUR2_PARQUET).findings())
                .contains(Finding.note(
                        "payer account",
                        "111122223333 is a linked account: the export holds its own costs only; payer is 999988887777",
                        "Make the export in account 999988887777, unless one account is what you want."));

        standIn.aws().organization().remove();
        assertThat(check(ExportFormat.CUR2_PARQUET).findings())
                .contains(Finding.ok("payer account", "111122223333 is in no organization and pays for itself"));
    }

    @Test
    void aLegacyReportIsCheckedLikewise() {
        standIn.aws().reports().add(Definitions.report("acme-cur")).delivered("SUCCESS", "20261101T190636Z");

        CheckResult result = check(ExportFormat.LEGACY_CSV);

        assertThat(result.subject()).isEqualTo("report 'acme-cur'");
        assertThat(result.findings())
                .contains(
                        Finding.ok("health", "the last delivery succeeded at 20261101T190636Z"),
                        Finding.ok("closed months", "delivered again when AWS corrects them"),
                        Finding.ok("format", "textORcsv in GZIP"),
                        Finding.ok(
                                "bucket policy",
                                "statement 'Reports' allows billingreports.amazonaws.com s3:GetBucketAcl"))
                .noneMatch(finding -> finding.level() == Level.FAULT);
    }

    @Test
    void aBucketThatIsGoneIsAFault() {
        standIn.aws()
                .exports()
                .add(Definitions.export("acme-cur2", Exports.select(column -> true))
                        .replace("acme-billing", "acme-gone"));

        assertThat(check(ExportFormat.CUR2_PARQUET).findings())
                .contains(Finding.fault(
                        "bucket",
                        "'acme-gone' does not exist: AWS cannot deliver",
                        "Make it with its policy ('curlake export apply')."));
    }

    private Export healthy() {
        return standIn.aws().exports().add(Definitions.export("acme-cur2", Exports.select(column -> true)));
    }

    private CheckResult check(ExportFormat format) {
        return ExportCheck.run(standIn.clients(), Configured.source(format), Clock.systemUTC());
    }
}
