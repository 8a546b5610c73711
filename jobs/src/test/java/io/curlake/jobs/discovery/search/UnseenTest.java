package io.curlake.jobs.discovery.search;

import static io.curlake.jobs.discovery.search.AwsAccounts.OWN;
import static io.curlake.jobs.discovery.search.AwsAccounts.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Resource;
import io.curlake.model.resource.ResourceType;
import io.curlake.sandbox.aws.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is denied, closed, throttled or broken never hides the rest, and says what to do. */
class UnseenTest {
    private static final String OTHER = "444455556666";
    private static final String ROLE = "arn:aws:iam::{account}:role/look";

    @TempDir
    Path folder;

    private AwsAccounts accounts;

    @BeforeEach
    void start() throws IOException {
        accounts = new AwsAccounts(folder).load();
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    @Test
    void aTypeThatIsDeniedNamesTheRightAndTheStatement() {
        fail("ec2:DescribeVolumes", Failure.accessDenied());

        accounts.search(OWN, "regions: [eu-west-1], types: [volume, snapshot], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "eu-west-1 volume denied 0 ec2:DescribeVolumes: Add the statement to the policy.",
                        "eu-west-1 snapshot found 2 : ");
        assertThat(of("volume").statement())
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":\"ec2:DescribeVolumes\",\"Resource\":\"*\"}");
        assertThat(of("volume").isListed()).isFalse();
    }

    @Test
    void aDetailThatIsDeniedKeepsTheResources() {
        fail("dynamodb:DescribeTable", Failure.accessDenied());

        accounts.search(OWN, "regions: [eu-west-1], types: [table], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactly("eu-west-1 table partly 2 dynamodb:DescribeTable: All are listed; what "
                        + "dynamodb:DescribeTable shows is not known. Add the statement to the policy.");
        assertThat(of("table").statement())
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":\"dynamodb:DescribeTable\",\"Resource\":"
                        + "\"arn:aws:dynamodb:*:*:table/*\"}");
        assertThat(accounts.resource("arn:aws:dynamodb:eu-west-1:111122223333:table/orders"))
                .satisfies(table -> {
                    assertThat(table.text(Attribute.BILLING_MODE)).isEmpty();
                    assertThat(table.tags()).containsEntry("a", "1");
                });
    }

    @Test
    void settingsOfBucketsThatAreDeniedAreNotKnown() {
        accounts.aws.cloud().fail(OWN, "global", "s3:GetBucketLifecycleConfiguration", Failure.accessDenied());
        accounts.aws.cloud().fail(OWN, "global", "s3:GetPublicAccessBlock", Failure.accessDenied());

        accounts.search(OWN, "types: [bucket], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactly(
                        "global bucket partly 2 s3:GetBucketPublicAccessBlock, s3:GetLifecycleConfiguration: All "
                                + "are listed; what s3:GetBucketPublicAccessBlock, s3:GetLifecycleConfiguration shows is not known. "
                                + "Add the statement to the policy.");
        assertThat(accounts.resource("acme-open"))
                .returns(true, bucket -> bucket.isTrue(Attribute.PUBLIC_BY_POLICY))
                .returns(false, bucket -> bucket.text(Attribute.LIFECYCLE_RULES).isPresent())
                .returns(
                        false,
                        bucket -> bucket.text(Attribute.PUBLIC_ACCESS_BLOCKED).isPresent());
    }

    @Test
    void metricsThatAreDeniedKeepTheResources() {
        fail("cloudwatch:GetMetricData", Failure.accessDenied());

        accounts.search(OWN, "regions: [eu-west-1], types: [instance]");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "eu-west-1 instance found 2 : ",
                        "eu-west-1 metrics denied 0 cloudwatch:GetMetricData: Add the statement to the policy.");
        assertThat(accounts.resource("i-0a").metrics()).isEmpty();
    }

    @Test
    void metricsOfBucketsAreReadWhereNothingElseIsLookedForToo() {
        accounts.search(OWN, "types: [bucket]");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "global bucket found 2 : ", "eu-west-1 metrics found 1 : ", "us-east-1 metrics found 0 : ");
    }

    /** The page on which an export is made for a payer account without one has a policy for discovery. */
    @Test
    void withThePolicyOfThatPageTheRunSaysWhatItCannotSee() {
        List<String> allowed = List.of("ec2:", "sts:", "iam:ListUsers", "iam:ListAccessKeys", "iam:GetLoginProfile");
        accounts.aws.cloud().allowOnly(operation -> allowed.stream().anyMatch(operation::startsWith));

        accounts.search(OWN, "regions: [eu-west-1]");

        assertThat(accounts.outcomes.stream().filter(Outcome::isListed).map(Outcome::type))
                .containsExactlyInAnyOrder(
                        "instance",
                        "volume",
                        "snapshot",
                        "image",
                        "elastic-ip",
                        "network-interface",
                        "nat-gateway",
                        "vpc-endpoint",
                        "security-group",
                        "user",
                        "access-key");
        assertThat(accounts.outcomes())
                .contains(
                        "eu-west-1 load-balancer denied 0 elasticloadbalancing:DescribeLoadBalancers: Add the statement to "
                                + "the policy.",
                        "eu-west-1 metrics denied 0 cloudwatch:GetMetricData: Add the statement to the policy.",
                        "global bucket denied 0 s3:ListAllMyBuckets: Add the statement to the policy.",
                        "eu-west-1 database-instance denied 0 rds:DescribeDBInstances: Add the statement to the policy.",
                        "global access-key partly 2 iam:GetAccessKeyLastUsed: All are listed; what "
                                + "iam:GetAccessKeyLastUsed shows is not known. Add the statement to the policy.");
        assertThat(accounts.outcomes.stream().filter(outcome -> !outcome.isListed()))
                .hasSize(ResourceType.values().length - 11 + 1)
                .allSatisfy(outcome -> assertThat(outcome.statement()).contains(outcome.action()));
    }

    @Test
    void aRegionThatTheOrganizationClosesIsOneLine() {
        accounts.aws.cloud().fail(OWN, "us-east-1", "*", Failure.deniedByOrganization());

        accounts.search(OWN, "regions: [us-east-1, eu-west-1], types: [volume, snapshot, table], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "us-east-1 region skipped 0 : A service control policy of the organization closes the region. It "
                                + "is left out; what was known of it stays.",
                        "eu-west-1 volume found 3 : ",
                        "eu-west-1 snapshot found 2 : ",
                        "eu-west-1 table found 2 : ",
                        "global regions denied 0 ec2:DescribeRegions: Which regions are enabled is not known: those of "
                                + "discovery.regions are looked at. A service control policy of the organization denies "
                                + "ec2:DescribeRegions; no policy of the account can allow it.");
    }

    @Test
    void aTypeThatTheOrganizationForbidsIsDenied() {
        accounts.aws.cloud().fail(OWN, REGION, "eks:ListClusters", Failure.deniedByOrganization());

        accounts.search(OWN, "regions: [eu-west-1], types: [eks-cluster, volume], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "eu-west-1 eks-cluster denied 0 eks:ListClusters: A service control policy of the organization "
                                + "denies eks:ListClusters; no policy of the account can allow it.",
                        "eu-west-1 volume found 3 : ");
    }

    @Test
    void aServiceThatTheOrganizationForbidsIsNoClosedRegion() {
        accounts.aws.cloud().fail(OWN, REGION, "*", Failure.deniedByOrganization());

        accounts.search(OWN, "regions: [eu-west-1], types: [eks-cluster], metric-days: 0");

        assertThat(accounts.outcomes())
                .contains(
                        "eu-west-1 eks-cluster denied 0 eks:ListClusters: A service control policy of the organization "
                                + "denies eks:ListClusters; no policy of the account can allow it.");
    }

    @Test
    void aRegionThatVanishesIsOneLine() {
        accounts.aws.cloud().vanish(OWN, "sa-east-1");

        accounts.search(OWN, "regions: [sa-east-1, eu-west-1], types: [volume, snapshot, function], metric-days: 0");

        assertThat(accounts.outcomes())
                .contains(
                        "sa-east-1 region skipped 0 : The region is not enabled in the account (AuthFailure). It is left "
                                + "out; what was known of it stays.")
                .filteredOn(outcome -> outcome.startsWith("sa-east-1"))
                .hasSize(1);
    }

    @Test
    void regionsAreThoseThatTheAccountOptedInto() {
        accounts.aws
                .cloud()
                .regions(
                        OWN,
                        Map.of(
                                "eu-west-1", "opt-in-not-required",
                                "us-east-1", "opt-in-not-required",
                                "af-south-1", "opted-in",
                                "me-south-1", "not-opted-in"));

        accounts.search(OWN, "types: [volume], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "eu-west-1 volume found 3 : ", "us-east-1 volume found 0 : ", "af-south-1 volume found 0 : ");
    }

    @Test
    void aRegionThatIsAskedForButNotEnabledIsOneLine() {
        accounts.search(OWN, "regions: [eu-west-1, me-south-1], types: [volume], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "me-south-1 region skipped 0 : The region is not enabled in the account. It is left out; what was "
                                + "known of it stays.",
                        "eu-west-1 volume found 3 : ");
    }

    @Test
    void withoutTheRightToListRegionsThoseOfEveryAccountAreLookedAt() {
        accounts.aws.cloud().fail(OWN, "*", "ec2:DescribeRegions", Failure.accessDenied());

        accounts.search(OWN, "types: [volume], metric-days: 0");

        assertThat(accounts.outcomes())
                .contains(
                        "global regions denied 0 ec2:DescribeRegions: Which regions are enabled is not known: those that "
                                + "every account has are looked at. Add the statement to the policy.")
                .contains("eu-west-1 volume found 3 : ")
                .hasSize(18);
    }

    @Test
    void aStormOfThrottlingPasses() {
        fail("ec2:DescribeVolumes", Failure.throttled().times(6));
        fail("rds:DescribeDBInstances", Failure.throttled().times(6));
        fail("dynamodb:DescribeTable", Failure.internalError().times(3));
        fail("lambda:ListFunctions", Failure.connectionReset().times(2));

        accounts.search(
                OWN, "regions: [eu-west-1], types: [volume, database-instance, table, function], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "eu-west-1 volume found 3 : ",
                        "eu-west-1 database-instance found 2 : ",
                        "eu-west-1 table found 2 : ",
                        "eu-west-1 function found 2 : ");
    }

    @Test
    void aStormThatDoesNotPassIsSaid() {
        fail("ec2:DescribeVolumes", Failure.throttled());
        fail("rds:DescribeDBInstances", Failure.internalError());

        accounts.search(OWN, "regions: [eu-west-1], types: [volume, database-instance, image], metric-days: 0");

        assertThat(accounts.outcomes())
                .containsExactlyInAnyOrder(
                        "eu-west-1 volume throttled 0 : AWS kept throttling (RequestLimitExceeded). Lower "
                                + "discovery.calls-at-once, or run at another hour.",
                        "eu-west-1 database-instance failed 0 : AWS answered InternalFailure (HTTP 500): An internal error "
                                + "occurred. Run again.",
                        "eu-west-1 image found 2 : ");
    }

    @Test
    void aSlowRegionIsFoundLikeTheOthers() {
        accounts.aws.cloud().slow(OWN, "us-west-2", Duration.ofMillis(200));

        accounts.search(
                OWN,
                "regions: [us-west-2, eu-west-1, us-east-1], types: [volume, snapshot, image], metric-days: 0, "
                        + "calls-at-once: 3");

        assertThat(accounts.outcomes).hasSize(9).allMatch(Outcome::isListed);
    }

    @Test
    void anotherAccountIsEnteredByItsRole() {
        accounts.aws.roles().requireExternalId("arn:aws:iam::444455556666:role/look", "open-sesame");
        accounts.aws
                .cloud()
                .put(OTHER, REGION, "ec2:DescribeVolumes", "[{\"VolumeId\":\"vol-9\",\"State\":\"in-use\"}]");

        accounts.search(
                OTHER,
                "role: '" + ROLE
                        + "', external-id: open-sesame, regions: [eu-west-1], types: [volume], metric-days: 0");

        assertThat(accounts.resources)
                .extracting(Resource::account, Resource::id)
                .containsExactly(tuple(OTHER, "vol-9"));
        assertThat(accounts.aws.requests("DescribeVolumes"))
                .allMatch(request ->
                        request.caller().equals("arn:aws:sts::444455556666:assumed-role/look/curlake-discovery"));
    }

    @Test
    void aRoleThatCannotBeAssumedIsOneLine() {
        accounts.aws.roles().requireExternalId("arn:aws:iam::444455556666:role/look", "open-sesame");

        accounts.search(OTHER, "role: '" + ROLE + "', external-id: wrong, types: [volume]");

        assertThat(accounts.outcomes())
                .containsExactly(
                        "global account denied 0 sts:AssumeRole: The role cannot be assumed: it must exist, trust "
                                + "the caller and ask for the external id of discovery.external-id, and the caller needs the "
                                + "statement. 'curlake policy discovery --how-to role' prints the commands that make it.");
        assertThat(accounts.outcomes.get(0).statement())
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Resource\":"
                        + "\"arn:aws:iam::444455556666:role/look\"}");
        assertThat(accounts.outcomes.toString()).doesNotContain("wrong", "open-sesame");
    }

    @Test
    void anotherAccountWithoutARoleIsSkipped() {
        accounts.search(OTHER, "types: [volume]");

        assertThat(accounts.outcomes())
                .containsExactly("global account skipped 0 : The own credentials are of account 111122223333. Set "
                        + "discovery.role to look at other accounts, or take this one's credentials.");
    }

    @Test
    void thousandsOfMetricsAreReadInBatches() {
        String instances = IntStream.range(0, 150)
                .mapToObj(i -> "{\"Instances\":[{\"InstanceId\":\"i-%d\",\"State\":{\"Name\":\"running\"},".formatted(i)
                        + "\"InstanceType\":\"m5.large\"}]}")
                .collect(Collectors.joining(",", "[", "]"));
        accounts.aws.cloud().put(OWN, REGION, "ec2:DescribeInstances", instances);
        accounts.aws.cloud().pageSize(120);

        accounts.search(OWN, "regions: [eu-west-1], types: [instance]");

        // 150 instances of 8 series each: 500 + 500 + 200 series, by pages of 120.
        assertThat(accounts.aws.requests("GetMetricData")).hasSize(5 + 5 + 2);
        assertThat(accounts.resources)
                .hasSize(150)
                .allMatch(resource -> resource.metrics().size() == 2);
    }

    private Outcome of(String type) {
        return accounts.outcomes.stream()
                .filter(outcome -> outcome.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void fail(String operation, Failure failure) {
        accounts.aws.cloud().fail(OWN, REGION, operation, failure);
    }
}
