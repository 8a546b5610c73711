package io.curlake.provisioning.policy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageComparisonTest {
    @Test
    void provisioningNamesWhatThePageLackedGaveTooWidelyAndGaveInVain() {
        List<String> lines = PageComparison.of(PolicyPurpose.PROVISIONING, TestScopes.cur2());

        assertThat(lines)
                .contains(
                        "missing      s3:GetBucketPolicy: not on the page; adds to the bucket policy what AWS's delivery "
                                + "needs. It must be read first: AWS replaces it whole, and what others wrote has to stay.",
                        "too wide     s3:CreateBucket: on * on the page, on arn:aws:s3:::acme-billing here",
                        "too wide     cur:PutReportDefinition: on * on the page, on "
                                + "arn:aws:cur:us-east-1:111122223333:definition/acme-cur2 here",
                        "same         bcm-data-exports:ListExports: on *",
                        "same         s3:PutBucketPolicy: on arn:aws:s3:::acme-billing",
                        "superfluous  s3:GetObject: on the page on arn:aws:s3:::acme-billing/*; only 'policy reading' has "
                                + "it here");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("missing"))
                .extracting(line -> line.split("[ :]+", -1)[2])
                .contains("GetTable")
                .contains("ListExecutions", "GetExecution", "UpdateExport", "PutBucketPublicAccessBlock");
    }

    @Test
    void readingNamesTheRightsThatWereGivenForEver() {
        assertThat(PageComparison.of(PolicyPurpose.READING, TestScopes.cur2()))
                .containsExactly(
                        "same         s3:ListBucket: on arn:aws:s3:::acme-billing",
                        "too wide     s3:GetObject: on arn:aws:s3:::acme-billing/* on the page, on "
                                + "arn:aws:s3:::acme-billing/exports/acme-cur2/* here",
                        "superfluous  cur:DescribeReportDefinitions: on the page on *; only 'policy provisioning' has it "
                                + "here",
                        "superfluous  cur:PutReportDefinition: on the page on *; only 'policy provisioning' has it here",
                        "superfluous  bcm-data-exports:ListExports: on the page on *; only 'policy provisioning' has it "
                                + "here",
                        "superfluous  bcm-data-exports:GetExport: on the page on *; only 'policy provisioning' has it here",
                        "superfluous  bcm-data-exports:CreateExport: on the page on *; only 'policy provisioning' has it "
                                + "here",
                        "superfluous  s3:CreateBucket: on the page on *; only 'policy provisioning' has it here",
                        "superfluous  s3:PutBucketPolicy: on the page on arn:aws:s3:::acme-billing; only 'policy "
                                + "provisioning' has it here",
                        "superfluous  s3:GetBucketLocation: on the page on arn:aws:s3:::acme-billing; only 'policy "
                                + "provisioning' and 'policy discovery' have it here");
    }

    @Test
    void discoveryNamesTheLoadBalancersThatCouldNotBeFound() {
        List<String> lines = PageComparison.of(PolicyPurpose.DISCOVERY, TestScopes.cur2());

        assertThat(lines)
                .contains(
                        "superfluous  cur:DescribeReportDefinitions: on the page on *; only 'policy provisioning' has it "
                                + "here",
                        "too wide     ec2:Describe*: every such call on the page, by name here",
                        "too wide     iam:ListAccessKeys: on * on the page, on arn:aws:iam::*:user/* here",
                        "missing      elasticloadbalancing:DescribeLoadBalancers: not on the page; shows load balancers "
                                + "of all generations; the target groups of load balancers; whether anything healthy is "
                                + "behind load balancers; the tags of load balancers. AWS knows no resource for it, or "
                                + "all are wanted, so it is *.");
        assertThat(lines).noneMatch(line -> line.contains("rds:"));
    }
}
