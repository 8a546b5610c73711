package io.curlake.provisioning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.LineItemColumn;
import io.curlake.model.LineItemColumn.Presence;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.StandIn;
import io.curlake.provisioning.catalog.Exports;
import io.curlake.provisioning.definition.TestSource;
import io.curlake.sandbox.aws.bucket.Bucket;
import io.curlake.sandbox.aws.bucket.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says, word for word, of exports as other tools and careful readers of old pages make them. */
class CheckOfOthersWorkTest {
    /** The columns that another tool lists by hand; there were no more when it was written. */
    private static final String COLUMNS_OF_2024 =
            Exports.select(column -> Set.of(Presence.ALWAYS, Presence.RESOURCES, Presence.ITEMIZED_DISCOUNT)
                            .contains(column.presence())
                    && column != LineItemColumn.TAGS
                    && column != LineItemColumn.LINE_ITEM_USER_IDENTIFIER);

    private static final String CONSOLE_POLICY = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "EnableAWSDataExportsToWriteToS3AndCheckPolicy", "Effect": "Allow",
               "Principal": {"Service": ["billingreports.amazonaws.com", "bcm-data-exports.amazonaws.com"]},
               "Action": ["s3:PutObject", "s3:GetBucketPolicy"],
               "Resource": ["arn:aws:s3:::acme-billing", "arn:aws:s3:::acme-billing/*"],
               "Condition": {"StringLike": {
                 "aws:SourceAccount": "111122223333",
                 "aws:SourceArn": ["arn:aws:cur:us-east-1:111122223333:definition/*",
                                   "arn:aws:bcm-data-exports:us-east-1:111122223333:export/*"]}}}]}
            """;

    /** An asterisk under StringEquals, as AWS's own sample had it. */
    private static final String REPORT_POLICY = """
            {"Version": "2008-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"},
               "Action": ["s3:GetBucketAcl", "s3:GetBucketPolicy"], "Resource": "arn:aws:s3:::acme-billing",
               "Condition": {"StringEquals": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*",
                                              "aws:SourceAccount": "111122223333"}}},
              {"Sid": "Write", "Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"},
               "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-billing/*",
               "Condition": {"StringEquals": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*",
                                              "aws:SourceAccount": "111122223333"}}}]}
            """;

    @TempDir
    Path directory;

    private StandIn standIn;
    private Bucket bucket;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
        bucket = standIn.aws().buckets().add("acme-billing", "111122223333", "eu-central-1");
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void anExportOfAnotherToolIsToldByWhatItLoses() {
        assertThat(COLUMNS_OF_2024.split(", ", -1)).hasSize(114);
        bucket.policy(CONSOLE_POLICY);
        String arn = standIn.aws().exports().add("""
                        {"Name": "acme-cur2", "Description": "Another tool's",
                         "DataQuery": {"QueryStatement": "%s", "TableConfigurations": {"COST_AND_USAGE_REPORT": {
                           "INCLUDE_RESOURCES": "TRUE", "INCLUDE_SPLIT_COST_ALLOCATION_DATA": "TRUE",
                           "INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY": "FALSE", "TIME_GRANULARITY": "DAILY"}}},
                         "DestinationConfigurations": {"S3Destination": {
                           "S3Bucket": "acme-billing", "S3Prefix": "reports", "S3Region": "eu-central-1",
                           "S3OutputConfigurations": {"OutputType": "CUSTOM", "Format": "TEXT_OR_CSV",
                                                      "Compression": "GZIP", "Overwrite": "OVERWRITE_REPORT"}}},
                         "RefreshCadence": {"Frequency": "SYNCHRONOUS"}}
                        """.formatted(COLUMNS_OF_2024)).arn();

        assertThat(report("name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet")
                        .replace(arn, "ARN"))
                .isEqualTo("""
                        acme: ARN
                        ✓ payer account        111122223333 pays for its organization.
                        ✓ health               healthy.
                        ✓ table                COST_AND_USAGE_REPORT.
                        ! granularity          DAILY: cost by day, not by hour; HOURLY is configured. Change TIME_GRANULARITY of the export ('curlake export apply --update'), or set 'granularity: daily' in the configuration.
                        ✓ resource ids         included: cost can be given to single resources.
                        ! split cost           included, but not by hour: AWS leaves out which share of its instance a task or pod used. Set TIME_GRANULARITY to HOURLY if you need that share.
                        ! columns: tags        in part, cost cannot be given to teams by resource tag or cost category; missing: 1 of 3, tags. Add them to the export's columns ('curlake export apply --update'); months that AWS has delivered may stay as they are.
                        ! columns: usage       in part, the time, usage or description of line items is not known; missing: 1 of 17, line_item_user_identifier. Add them to the export's columns ('curlake export apply --update'); months that AWS has delivered may stay as they are.
                        ! columns: split cost  the rows of tasks and pods are delivered without their share of the cost, and so for nothing; missing: 11 of 11, split_line_item_actual_usage, split_line_item_net_split_cost, split_line_item_net_unused_cost, split_line_item_parent_resource_id, split_line_item_public_on_demand_split_cost, split_line_item_public_on_demand_unused_cost, split_line_item_reserved_usage, split_line_item_split_cost, split_line_item_split_usage, split_line_item_split_usage_ratio, split_line_item_unused_cost. Add them to the export's columns ('curlake export apply --update'); months that AWS has delivered may stay as they are.
                        ✗ destination          s3://acme-billing/reports; configured is s3://acme-billing/exports, where nothing will be found. Correct 'bucket' and 'prefix' in the configuration, or the export.
                        ✗ format               TEXT_OR_CSV in GZIP is 'cur2-csv', configured is 'cur2-parquet': its deliveries would be refused. Set 'format: cur2-csv' in the configuration, or change the export.
                        ! delivery             each replaces the files of the one before, also while somebody reads them; a load that meets this starts anew; create-new is configured. AWS does not change overwriting back: make a new export, or set 'delivery: overwrite' in the configuration.
                        ✓ region               bucket and export agree: eu-central-1.
                        ✓ bucket policy        statement 'EnableAWSDataExportsToWriteToS3AndCheckPolicy' allows bcm-data-exports.amazonaws.com s3:PutObject.
                        ✓ encryption           by S3's own keys: needs no further right.
                        ! deliveries           none yet; the first is expected by TIME.
                        7 as they should be, 7 to know, 2 to mend.""");
    }

    @Test
    void aReportMadeByAnOldPageIsToldByWhatKeepsItOut() {
        bucket.policy(REPORT_POLICY)
                .setting(
                        Setting.ENCRYPTION,
                        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                                + "<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:aws:kms:eu-central-1:"
                                + "111122223333:key/1234abcd</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule>"
                                + "</ServerSideEncryptionConfiguration>");
        standIn.aws().reports().add("""
                        {"ReportName": "acme-cur", "TimeUnit": "DAILY", "Format": "textORcsv", "Compression": "ZIP",
                         "AdditionalSchemaElements": ["RESOURCES"], "S3Bucket": "acme-billing", "S3Prefix": "reports",
                         "S3Region": "eu-central-1", "RefreshClosedReports": false,
                         "ReportVersioning": "OVERWRITE_REPORT"}
                        """).delivered("ERROR_PERMISSIONS", "20261101T190636Z");

        assertThat(report("name: acme-cur, bucket: acme-billing, prefix: reports, format: legacy-csv"))
                .isEqualTo("""
                        acme: report 'acme-cur'
                        ✓ payer account  111122223333 pays for its organization.
                        ✗ health         the last delivery failed: AWS may not write to the bucket. Mend the bucket policy, and the key policy where the bucket is encrypted with KMS; AWS delivers at least daily.
                        ! granularity    DAILY: cost by day, not by hour; HOURLY is configured. Make a new report, since AWS does not change it in one that overwrites, or set 'granularity: daily' in the configuration.
                        ✓ resource ids   included: cost can be given to single resources.
                        ✓ split cost     not included: the cost of containers cannot be given to tasks and pods, as configured.
                        ! closed months  not delivered again when AWS corrects them: refunds and credits of past months may be missing. Set RefreshClosedReports of the report to true ('curlake export apply --update').
                        ✓ destination    s3://acme-billing/reports.
                        ✓ format         textORcsv in ZIP.
                        ! delivery       each replaces the files of the one before, also while somebody reads them; a load that meets this starts anew; create-new is configured. AWS does not change overwriting back: make a new export, or set 'delivery: overwrite' in the configuration.
                        ✓ region         bucket and export agree: eu-central-1.
                        ✗ bucket policy  AWS cannot deliver (s3:PutObject): statement 'Write': StringEquals takes the '*' of aws:SourceArn 'arn:aws:cur:us-east-1:111122223333:definition/*' for a character, so it never matches; use ArnLike. Correct that, or add this statement: {"Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-billing/*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*"}, "StringEquals": {"aws:SourceAccount": "111122223333"}}}
                        ✗ bucket policy  AWS cannot deliver (s3:GetBucketAcl): a statement without a Sid: StringEquals takes the '*' of aws:SourceArn 'arn:aws:cur:us-east-1:111122223333:definition/*' for a character, so it never matches; use ArnLike. Correct that, or add this statement: {"Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"}, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::acme-billing", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*"}, "StringEquals": {"aws:SourceAccount": "111122223333"}}}
                        ✗ bucket policy  AWS cannot deliver (s3:GetBucketPolicy): a statement without a Sid: StringEquals takes the '*' of aws:SourceArn 'arn:aws:cur:us-east-1:111122223333:definition/*' for a character, so it never matches; use ArnLike. Correct that, or add this statement: {"Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"}, "Action": "s3:GetBucketPolicy", "Resource": "arn:aws:s3:::acme-billing", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*"}, "StringEquals": {"aws:SourceAccount": "111122223333"}}}
                        ! encryption     with KMS key 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd': AWS needs rights of the key to deliver, and whoever reads needs kms:Decrypt. See that the policy of the key has this statement: {"Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"}, "Action": ["kms:GenerateDataKey*", "kms:Decrypt"], "Resource": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}
                        ! deliveries     none; a new export delivers within 24 hours of being made. If it is older, look at health and bucket policy above, and at prefix and name.
                        6 as they should be, 5 to know, 4 to mend.""");
    }

    private String report(String export) {
        SourceConfig source = TestSource.of(export);
        return CheckReport.of(ExportCheck.run(standIn.clients(), source, Clock.systemUTC()))
                .replaceAll("expected by \\S+Z", "expected by TIME");
    }
}
