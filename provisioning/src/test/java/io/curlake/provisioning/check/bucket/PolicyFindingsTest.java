package io.curlake.provisioning.check.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.model.ExportLocation;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.bucket.Fact;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.deny.Delivery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFindingsTest {
    private static final String SOURCE = "arn:aws:bcm-data-exports:us-east-1:111122223333:export/";
    private static final String REMEDY = "Add this statement: {\"Effect\": \"Allow\", \"Principal\": {\"Service\": "
            + "\"bcm-data-exports.amazonaws.com\"}, \"Action\": \"s3:PutObject\", \"Resource\": "
            + "\"arn:aws:s3:::acme-billing/*\", \"Condition\": {\"ArnLike\": {\"aws:SourceArn\": "
            + "\"arn:aws:bcm-data-exports:us-east-1:111122223333:export/*\"}, \"StringEquals\": "
            + "{\"aws:SourceAccount\": \"111122223333\"}}}";
    private static final String EXEMPT =
            "Exempt AWS's own services by \"Bool\": {\"aws:PrincipalIsAWSService\": \"false\"} in its Condition, or "
                    + "deliver to another bucket.";
    private static final String ALLOWS = "statement 'Write' allows bcm-data-exports.amazonaws.com s3:PutObject";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"ArnLike": {"aws:SourceArn": "SOURCE*"}, "StringEquals": {"aws:SourceAccount": "111122223333"}}
                    {"StringLike": {"aws:SourceArn": ["arn:aws:cur:us-east-1:111122223333:definition/*", "SOURCE*"]}}
                    {"ArnEquals": {"AWS:sourceArn": "arn:aws:bcm-data-exports:*:*:export/*"}}
                    {"ArnLike": {"aws:SourceArn": "SOURCEacme-cur2-*"}}
                    {"StringEquals": {"aws:SourceArn": "SOURCEacme-cur2-6b622448"}}
                    {"StringLike": {"aws:SourceAccount": ["999988887777", "1111*"]}, "Bool": {"aws:SecureTransport": "true"}}
                    {"StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}}
                    """)
    void aStatementForTheExportsOfThePayerIsInOrder(String condition) {
        assertThat(findings(write(condition))).containsExactly(Finding.ok("bucket policy", ALLOWS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"ArnLike": {"aws:SourceArn": "arn:aws:bcm-data-exports:eu-west-1:111122223333:export/*"}} | aws:SourceArn 'arn:aws:bcm-data-exports:eu-west-1:111122223333:export/*' names region 'eu-west-1', but AWS delivers from 'us-east-1' whatever the bucket's region
                    {"StringEquals": {"aws:SourceArn": "SOURCE*"}} | StringEquals takes the '*' of aws:SourceArn 'SOURCE*' for a character, so it never matches; use ArnLike
                    {"ArnLike": {"aws:SourceArn": "arn:aws:bcm-data-exports:us-east-1:999988887777:export/*"}} | aws:SourceArn 'arn:aws:bcm-data-exports:us-east-1:999988887777:export/*' does not match 'SOURCEacme-cur2-6b622448'
                    {"ArnLike": {"aws:SourceArn": "SOURCEacme-cur2b-*"}} | aws:SourceArn 'SOURCEacme-cur2b-*' does not match 'SOURCEacme-cur2-6b622448'
                    {"StringEquals": {"aws:SourceArn": "SOURCEacme-cur2-other"}} | aws:SourceArn 'SOURCEacme-cur2-other' does not match 'SOURCEacme-cur2-6b622448'
                    {"StringEquals": {"aws:SourceAccount": "999988887777"}} | aws:SourceAccount '999988887777' is not payer '111122223333'
                    {"StringEquals": {"aws:SourceAccount": "1111*"}} | aws:SourceAccount '1111*' is not payer '111122223333'
                    {"Bool": {"aws:SecureTransport": "false"}} | it asks for calls without TLS
                    {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}} | a delivery does not meet StringEquals aws:PrincipalOrgID 'o-a1b2c3d4e5'
                    """)
    void aConditionThatNeverHoldsIsAFault(String condition, String reason) {
        assertThat(findings(write(condition)))
                .containsExactly(Finding.fault(
                        "bucket policy",
                        "AWS cannot deliver (s3:PutObject): statement 'Write': "
                                + reason.replace("SOURCE*", SOURCE + "*").replace("SOURCEacme", SOURCE + "acme"),
                        REMEDY.replace("Add this", "Correct that, or add this")));
    }

    @Test
    void oneGoodStatementAmongOthersIsEnough() {
        String wrong = "{\"StringEquals\": {\"aws:SourceAccount\": \"999988887777\"}}";
        String right = "{\"StringEquals\": {\"aws:SourceAccount\": \"111122223333\"}}";

        assertThat(findings(write(wrong) + ", " + write(right))).containsExactly(Finding.ok("bucket policy", ALLOWS));
    }

    @Test
    void withoutAStatementAwsCannotDeliver() {
        Finding fault = Finding.fault(
                "bucket policy",
                "no statement allows bcm-data-exports.amazonaws.com s3:PutObject: AWS cannot deliver",
                REMEDY);

        assertThat(PolicyFindings.of(new Fact.None<>(), delivering(ExportKind.DATA_EXPORT)))
                .containsExactly(fault);
        assertThat(findings(write("{}").replace("acme-billing/*", "acme-billing/other/*")))
                .containsExactly(fault);
        assertThat(findings(write("{}").replace("s3:PutObject", "s3:GetObject")))
                .containsExactly(fault);
        assertThat(findings(write("{}").replace("bcm-data-exports.", "logging.")))
                .containsExactly(fault);
    }

    @Test
    void aStatementWithoutConditionsLetsStrangersWrite() {
        assertThat(findings(write("{}"))).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.NOTE);
            assertThat(finding.meaning())
                    .isEqualTo(ALLOWS + " for exports of every account, so that strangers can write to the bucket");
        });
    }

    @Test
    void aConditionThatOnlyAwsCanDecideIsTold() {
        assertThat(findings(write("{\"StringEquals\": {\"aws:SourceOrgID\": \"o-a1b2c3d4e5\"}}")))
                .containsExactly(Finding.note(
                        "bucket policy",
                        ALLOWS + " under a condition that only AWS can judge: StringEquals aws:SourceOrgID "
                                + "'o-a1b2c3d4e5'",
                        "If AWS does not deliver, remove it; nothing needs mending while deliveries arrive."));
    }

    @Test
    void aDenyThatKeepsDeliveriesOutIsAFaultAndTheUsualOnesAreNot() {
        String good = write("{\"StringEquals\": {\"aws:SourceAccount\": \"111122223333\"}}");
        String deny = "{\"Sid\": \"Net\", \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", "
                + "\"Resource\": \"arn:aws:s3:::acme-billing/*\", \"Condition\": %s}";

        assertThat(findings(good + ", " + deny.formatted("{\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}")))
                .containsExactly(
                        Finding.ok("bucket policy", ALLOWS),
                        Finding.fault(
                                "bucket policy",
                                "statement 'Net' denies s3:PutObject to bcm-data-exports.amazonaws.com: a delivery meets "
                                        + "StringNotEquals aws:SourceVpce 'vpce-1', so AWS cannot deliver",
                                EXEMPT));
        assertThat(findings(
                        good + ", " + deny.formatted("{\"Null\": {\"s3:x-amz-server-side-encryption\": \"true\"}}")))
                .containsExactly(
                        Finding.ok("bucket policy", ALLOWS),
                        Finding.note(
                                "bucket policy",
                                "statement 'Net' may deny s3:PutObject to bcm-data-exports.amazonaws.com, depending on "
                                        + "Null s3:x-amz-server-side-encryption 'true', which only AWS can judge",
                                "If AWS does not deliver: " + EXEMPT));
        assertThat(findings(good + ", " + deny.formatted("{\"Bool\": {\"aws:SecureTransport\": \"false\"}}")))
                .containsExactly(Finding.ok("bucket policy", ALLOWS));
    }

    @Test
    void aLegacyReportIsCheckedByAwsBeforeItIsWritten() {
        String read = "{\"Sid\": \"Check\", \"Effect\": \"Allow\", \"Principal\": {\"Service\": "
                + "\"billingreports.amazonaws.com\"}, \"Action\": [\"s3:GetBucketAcl\", \"s3:GetBucketPolicy\"], "
                + "\"Resource\": \"arn:aws:s3:::acme-billing\", \"Condition\": {\"ArnLike\": {\"aws:SourceArn\": "
                + "\"arn:aws:cur:us-east-1:111122223333:definition/*\"}}}";

        List<Finding> findings = PolicyFindings.of(
                new Fact.Known<>("{\"Statement\": " + read + "}"), delivering(ExportKind.LEGACY_REPORT));

        assertThat(findings).extracting(Finding::level).containsExactly(Level.FAULT, Level.OK, Level.OK);
        assertThat(findings)
                .extracting(Finding::meaning)
                .containsExactly(
                        "no statement allows billingreports.amazonaws.com s3:PutObject: AWS cannot deliver",
                        "statement 'Check' allows billingreports.amazonaws.com s3:GetBucketAcl",
                        "statement 'Check' allows billingreports.amazonaws.com s3:GetBucketPolicy");
    }

    @Test
    void aPolicyThatNobodyMayReadIsNotJudged() {
        assertThat(PolicyFindings.of(new Fact.Unknown<>(), delivering(ExportKind.DATA_EXPORT)))
                .containsExactly(
                        Finding.note("bucket policy", "not readable: nobody can say here whether AWS may deliver"));
        assertThat(PolicyFindings.of(new Fact.Known<>("{"), delivering(ExportKind.DATA_EXPORT)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.NOTE);
                    assertThat(finding.meaning())
                            .isEqualTo("not understood: nobody can say here whether AWS may deliver");
                    assertThat(finding.remedy().orElseThrow())
                            .startsWith("Cannot read the policy: it is no JSON, at line 1: ");
                });
    }

    private static List<Finding> findings(String statements) {
        return PolicyFindings.of(
                new Fact.Known<>("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}"),
                delivering(ExportKind.DATA_EXPORT));
    }

    private static String write(String condition) {
        return "{\"Sid\": \"Write\", \"Effect\": \"Allow\", \"Principal\": {\"Service\": "
                + "[\"billingreports.amazonaws.com\", \"bcm-data-exports.amazonaws.com\"]}, \"Action\": "
                + "\"s3:PutObject\", \"Resource\": [\"arn:aws:s3:::acme-billing\", \"arn:aws:s3:::acme-billing/*\"], "
                + "\"Condition\": " + condition.replace("SOURCE", SOURCE) + "}";
    }

    private static Delivering delivering(ExportKind kind) {
        boolean isReport = kind == ExportKind.LEGACY_REPORT;
        String name = isReport ? "acme-cur" : "acme-cur2";
        return new Delivering(
                new Delivery(
                        Partition.AWS,
                        new AccountId("111122223333"),
                        kind,
                        new ExportLocation("acme-billing", "exports", name),
                        Optional.empty()),
                isReport ? "arn:aws:cur:us-east-1:111122223333:definition/acme-cur" : SOURCE + "acme-cur2-6b622448");
    }
}
