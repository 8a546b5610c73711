package io.curlake.provisioning.policy.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.model.Refusal;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.provisioning.aws.Partition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPurposeTest {
    private static final String READS = "(Get|List|Describe).*";

    static Stream<IamPolicy> everyPolicy() {
        return Stream.of(
                        TestScopes.cur2(),
                        TestScopes.legacy(),
                        TestScopes.most("cur2-csv"),
                        TestScopes.most("legacy-csv"))
                .flatMap(scope -> Stream.of(PolicyPurpose.values()).map(purpose -> purpose.policy(scope)));
    }

    @Test
    void readingIsTheFilesOfOneExport() {
        assertThat(PolicyPurpose.READING.policy(TestScopes.cur2()).json()).isEqualTo("""
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "ListDeliveries",
                              "Effect": "Allow",
                              "Action": "s3:ListBucket",
                              "Resource": "arn:aws:s3:::acme-billing"
                            },
                            {
                              "Sid": "ReadDeliveries",
                              "Effect": "Allow",
                              "Action": "s3:GetObject",
                              "Resource": "arn:aws:s3:::acme-billing/exports/acme-cur2/*"
                            }
                          ]
                        }""");
    }

    @Test
    void anEncryptedBucketIsReadWithItsKeyThroughS3Only() throws Exception {
        JsonNode statement = tree(PolicyPurpose.READING.policy(TestScopes.most("cur2-parquet")))
                .get("Statement")
                .get(2);

        assertThat(statement)
                .hasToString(
                        "{\"Sid\":\"DecryptDeliveries\",\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":\""
                                + TestScopes.KEY + "\",\"Condition\":{\"StringLike\":{\"kms:ViaService\":\"s3.*\"}}}");
    }

    @Test
    void provisioningADataExportIsThisExportThisTableAndThisBucket() {
        assertThat(rights(PolicyPurpose.PROVISIONING.policy(TestScopes.cur2())))
                .containsExactly(
                        "bcm-data-exports:ListExports, cur:DescribeReportDefinitions on *",
                        "bcm-data-exports:GetTable on "
                                + "arn:aws:bcm-data-exports:us-east-1:111122223333:table/COST_AND_USAGE_REPORT",
                        "bcm-data-exports:CreateExport, bcm-data-exports:UpdateExport on "
                                + "arn:aws:bcm-data-exports:us-east-1:111122223333:table/COST_AND_USAGE_REPORT, "
                                + "arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-*",
                        "cur:PutReportDefinition on arn:aws:cur:us-east-1:111122223333:definition/acme-cur2",
                        "bcm-data-exports:GetExport, bcm-data-exports:ListExecutions, bcm-data-exports:GetExecution on "
                                + "arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-*",
                        "s3:GetBucketLocation, s3:GetBucketPublicAccessBlock, s3:GetBucketOwnershipControls, "
                                + "s3:GetEncryptionConfiguration, s3:GetLifecycleConfiguration, s3:GetBucketVersioning on "
                                + "arn:aws:s3:::acme-billing",
                        "s3:CreateBucket, s3:PutBucketPublicAccessBlock, s3:PutBucketOwnershipControls, "
                                + "s3:PutEncryptionConfiguration, s3:PutLifecycleConfiguration on "
                                + "arn:aws:s3:::acme-billing",
                        "s3:GetBucketPolicy, s3:PutBucketPolicy on arn:aws:s3:::acme-billing",
                        "organizations:DescribeOrganization, organizations:ListAccounts on *");
    }

    @Test
    void provisioningALegacyReportNeedsNoRightToDataExports() {
        assertThat(rights(PolicyPurpose.PROVISIONING.policy(TestScopes.legacy())))
                .contains("cur:PutReportDefinition, cur:ModifyReportDefinition on "
                        + "arn:aws:cur:us-east-1:111122223333:definition/acme-cur2")
                .noneMatch(right -> right.contains("CreateExport"))
                .noneMatch(right -> right.contains("s3:PutLifecycleConfiguration"));
    }

    @Test
    void tagsAndAKeyAddTheirRights() {
        assertThat(PolicyPurpose.PROVISIONING
                        .policy(TestScopes.most("cur2-csv"))
                        .actions())
                .contains("bcm-data-exports:TagResource");
        assertThat(PolicyPurpose.READING.policy(TestScopes.most("cur2-csv")).actions())
                .contains("kms:Decrypt");
        assertThat(PolicyPurpose.PROVISIONING
                        .policy(TestScopes.most("legacy-csv"))
                        .actions())
                .contains("cur:TagResource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur2-parquet", "legacy-parquet"})
    void provisioningAndReadingShareNoRight(String format) {
        PolicyScope scope = TestScopes.most(format);

        assertThat(PolicyPurpose.PROVISIONING.policy(scope).actions())
                .doesNotContainAnyElementsOf(PolicyPurpose.READING.policy(scope).actions());
    }

    @Test
    void discoveryChangesNothingAndReadsNoData() {
        List<String> actions = PolicyPurpose.DISCOVERY.policy(TestScopes.cur2()).actions();

        assertThat(actions).hasSizeGreaterThan(40).allMatch(action -> action.split(":", -1)[1].matches(READS));
        assertThat(actions).doesNotContain("s3:GetObject", "s3:ListBucket", "dynamodb:GetItem", "logs:GetLogEvents");
    }

    @Test
    void discoveryIsWhatItsTypesNeed() {
        assertThat(rights(discovery("{types: [volume, bucket, access-key], metric-days: 0}")))
                .containsExactly(
                        "ec2:DescribeRegions, ec2:DescribeVolumes on *",
                        "s3:ListAllMyBuckets on *",
                        "s3:GetBucketLocation, s3:GetBucketTagging, s3:GetBucketPolicyStatus, s3:GetBucketAcl, "
                                + "s3:GetBucketPublicAccessBlock, s3:GetEncryptionConfiguration, "
                                + "s3:GetLifecycleConfiguration, s3:GetBucketVersioning on arn:aws:s3:::*",
                        "iam:ListUsers on *",
                        "iam:ListAccessKeys, iam:GetAccessKeyLastUsed on arn:aws:iam::*:user/*");
        assertThat(rights(discovery("{types: [volume]}")))
                .containsExactly("ec2:DescribeRegions, ec2:DescribeVolumes on *", "cloudwatch:GetMetricData on *");
    }

    @ParameterizedTest
    @MethodSource("everyPolicy")
    void everyPolicyFitsAndNamesItsActionsAndReasons(IamPolicy policy) throws Exception {
        assertThat(policy.characters()).isLessThan(IamPolicy.MOST_CHARACTERS);
        assertThat(tree(policy).toString()).hasSize(policy.characters());
        assertThat(policy.actions()).allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]+"));
        assertThat(policy.statements()).extracting(IamStatement::sid).doesNotHaveDuplicates();
        assertThat(policy.statements())
                .allMatch(statement -> statement.reason().endsWith("."))
                .filteredOn(statement -> statement.resources().contains("*"))
                .allMatch(statement ->
                        statement.reason().matches("(?i).*(AWS knows no resource|all .*are wanted|delegates).*"));
    }

    @ParameterizedTest
    @EnumSource(PolicyPurpose.class)
    void chinaHasArnsOfItsOwn(PolicyPurpose purpose) {
        PolicyScope scope = new PolicyScope(
                TestScopes.source("cur2-parquet", ""), Partition.AWS_CN, Optional.empty(), DiscoveryConfig.DEFAULT);

        assertThat(purpose.policy(scope).json()).contains("arn:aws-cn:").doesNotContain("arn:aws:", "us-east-1");
    }

    @Test
    void aPurposeIsFoundByItsWordOrRefused() {
        assertThat(PolicyPurpose.of("reading")).isEqualTo(PolicyPurpose.READING);
        assertThatThrownBy(() -> PolicyPurpose.of("writing"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Cannot write a policy for 'writing': there are policies for provisioning, reading, discovery.");
    }

    @Test
    void anAliasOfAKeyIsRefused() {
        assertThatThrownBy(() -> new PolicyScope(
                        TestScopes.source("cur2-parquet", ""),
                        Partition.AWS,
                        Optional.of("alias/billing"),
                        DiscoveryConfig.DEFAULT))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Cannot write a policy for key 'alias/billing': IAM takes keys by their ARN only, not by an "
                                + "alias. Give it as arn:aws:kms:REGION:ACCOUNT:key/ID.");
    }

    @Test
    void reasonsAreGivenByStatement() {
        assertThat(PolicyPurpose.READING.policy(TestScopes.cur2()).reasons())
                .contains("ReadDeliveries: reads manifests and data files of this export, and no other object of the "
                        + "bucket.");
    }

    private static IamPolicy discovery(String config) {
        return PolicyPurpose.DISCOVERY.policy(new PolicyScope(
                TestScopes.source("cur2-parquet", ""), Partition.AWS, Optional.empty(), TestScopes.discovery(config)));
    }

    private static List<String> rights(IamPolicy policy) {
        return policy.statements().stream()
                .map(statement ->
                        String.join(", ", statement.actions()) + " on " + String.join(", ", statement.resources()))
                .toList();
    }

    private static JsonNode tree(IamPolicy policy) throws Exception {
        return new ObjectMapper().readTree(policy.json());
    }
}
