package io.curlake.provisioning.policy.deny;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportLocation;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.policy.DeliveryStatements;
import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.PolicyDocument;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BucketDeniesTest {
    private static final AccountId PAYER = new AccountId("111122223333");
    private static final String EVERYTHING = "'Principal': '*', 'Action': 's3:*', 'Resource': '*'";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "statements.csv", delimiter = '|', numLinesToSkip = 1)
    void aDenyOfThisDoesThatToADataExport(String verdict, String statement) {
        assertThat(verdict(statement, dataExport()).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "conditions.csv", delimiter = '|', numLinesToSkip = 1)
    void aDenyUnderThisConditionDoesThatToADataExport(String verdict, String condition) {
        String statement = EVERYTHING + ", 'Condition': {" + condition + "}";

        assertThat(verdict(statement, dataExport()).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void aLegacyReportIsAlsoKeptOutWhereItMayNotLookAtTheBucket() {
        String statement = "'Principal': '*', 'Action': 's3:GetBucketAcl', 'Resource': 'arn:aws:s3:::acme-billing'";

        assertThat(verdict(statement, legacyReport()).reason())
                .isEqualTo("denies s3:GetBucketAcl to billingreports.amazonaws.com");
        assertThat(verdict(statement, dataExport()).reason()).isEqualTo("does not deny s3:PutObject");
    }

    @Test
    void aLegacyReportIsDeliveredInItsOwnName() {
        String statement = EVERYTHING
                + ", 'Condition': {'ArnNotLike': {'aws:SourceArn': 'arn:aws:cur:us-east-1:111122223333:definition/*'}}";

        assertThat(verdict(statement, legacyReport())).isInstanceOf(DenyVerdict.Passes.class);
        assertThat(verdict(statement, dataExport())).isInstanceOf(DenyVerdict.Blocks.class);
    }

    @Test
    void theDeliveryOfASourceIsTheOneItsConfigurationNames() {
        SourceConfig source = ConfigFile.parse(
                        "curlake.yaml",
                        "warehouse: /tmp/w\nsources: [{name: acme, payer: '111122223333', export: {name: acme-cur2, "
                                + "bucket: acme-billing, prefix: /exports/, format: cur2-csv}}]",
                        name -> "")
                .source("acme");

        assertThat(Delivery.of(source, Partition.AWS, Optional.empty())).isEqualTo(dataExport());
    }

    @Test
    void inChinaTheBillingRegionIsNingxia() {
        String statement =
                "'Principal': '*', 'Action': 's3:*', 'Resource': 'arn:aws-cn:s3:::acme-billing/*', 'Condition': "
                        + "{'ArnNotLike': {'aws:SourceArn': 'arn:aws-cn:bcm-data-exports:cn-northwest-1:111122223333:export/*'}}";
        Delivery delivery = new Delivery(Partition.AWS_CN, PAYER, ExportKind.DATA_EXPORT, location(), Optional.empty());

        assertThat(verdict(statement, delivery).reason())
                .isEqualTo("a delivery does not meet ArnNotLike aws:SourceArn "
                        + "'arn:aws-cn:bcm-data-exports:cn-northwest-1:111122223333:export/*'");
    }

    @Test
    void aKnownOrganizationMayBeLetThroughButOnlyAwsKnowsWhetherItNamesIt() {
        String own = EVERYTHING + ", 'Condition': {'StringNotEquals': {'aws:SourceOrgID': 'o-acme111111'}}";
        String other = EVERYTHING + ", 'Condition': {'StringNotEquals': {'aws:SourceOrgID': 'o-other22222'}}";
        Delivery delivery =
                new Delivery(Partition.AWS, PAYER, ExportKind.DATA_EXPORT, location(), Optional.of("o-acme111111"));

        assertThat(verdict(own, delivery)).isInstanceOf(DenyVerdict.Undecided.class);
        assertThat(verdict(other, delivery)).isInstanceOf(DenyVerdict.Blocks.class);
    }

    @Test
    void theRefusalNamesTheStatementAndHowToExemptAwsServices() {
        BucketDenies denies = BucketDenies.of(
                document("'Sid': 'OfficeOnly', 'Effect': 'Deny', " + EVERYTHING
                        + ", 'Condition': {'NotIpAddress': {'aws:SourceIp': '203.0.113.0/24'}}"),
                dataExport());

        assertThat(denies.refusal("acme-billing")).hasValueSatisfying(refusal -> {
            assertThat(refusal)
                    .hasMessage(
                            "Cannot deliver to bucket 'acme-billing': statement 'OfficeOnly' denies s3:PutObject to "
                                    + "bcm-data-exports.amazonaws.com: a delivery meets NotIpAddress aws:SourceIp "
                                    + "'203.0.113.0/24'. Exempt AWS's own services by \"Bool\": "
                                    + "{\"aws:PrincipalIsAWSService\": \"false\"} in its Condition, or deliver to another bucket.");
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        });
        assertThat(denies.warnings()).isEmpty();
    }

    @Test
    void whatCannotBeDecidedWarnsAndNamesTheCondition() {
        BucketDenies denies = BucketDenies.of(
                document("'Effect': 'Deny', " + EVERYTHING + ", 'Condition': {'StringNotEquals': "
                        + "{'s3:x-amz-server-side-encryption': 'aws:kms', 'aws:SourceAccount': '444455556666'}}"),
                dataExport());

        assertThat(denies.warnings())
                .containsExactly("In the bucket policy, a statement without a Sid may deny s3:PutObject to "
                        + "bcm-data-exports.amazonaws.com, depending on StringNotEquals s3:x-amz-server-side-encryption "
                        + "'aws:kms'. curlake cannot tell; if the export turns UNHEALTHY, this is where to look.");
        assertThat(denies.refusal("acme-billing")).isEmpty();
    }

    @Test
    void whatIsAllowedIsNotLookedAt() {
        PolicyDocument document = PolicyDocument.empty()
                .with(DeliveryStatements.of(Partition.AWS, PAYER, "acme-billing", ExportKind.DATA_EXPORT));

        assertThat(BucketDenies.of(document, dataExport()).verdicts()).isEmpty();
    }

    private static DenyVerdict verdict(String statement, Delivery delivery) {
        return BucketDenies.of(document("'Effect': 'Deny', " + statement), delivery)
                .verdicts()
                .get(0);
    }

    private static PolicyDocument document(String statement) {
        return PolicyDocument.parse(
                ("{'Version': '2012-10-17', 'Statement': [{" + statement + "}]}").replace('\'', '"'));
    }

    private static Delivery dataExport() {
        return new Delivery(Partition.AWS, PAYER, ExportKind.DATA_EXPORT, location(), Optional.empty());
    }

    private static Delivery legacyReport() {
        return new Delivery(Partition.AWS, PAYER, ExportKind.LEGACY_REPORT, location(), Optional.empty());
    }

    private static ExportLocation location() {
        return new ExportLocation("acme-billing", "exports", "acme-cur2");
    }
}
