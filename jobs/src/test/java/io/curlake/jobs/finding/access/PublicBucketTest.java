package io.curlake.jobs.finding.access;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicBucketTest {
    private final PublicBucket rule = new PublicBucket();

    @Test
    void aBucketThatAPolicyOpensIsARisk() {
        TestView view = TestView.of(bucket().with(Attribute.PUBLIC_BY_POLICY, true)
                .with(Attribute.PUBLIC_BY_ACL, false)
                .with(Attribute.PUBLIC_ACCESS_BLOCKED, false));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "public-bucket",
                        ACCOUNT,
                        REGION,
                        "bucket",
                        "acme-site",
                        "acme-site",
                        "Everyone may use the bucket.",
                        Map.of("public_by_policy", "true", "public_by_acl", "false", "public_access_blocked", "false"),
                        Saving.unknown("a risk, not a cost"),
                        Confidence.HIGH,
                        "aws s3api get-bucket-policy-status --bucket acme-site; aws s3api get-bucket-acl --bucket"
                                + " acme-site; aws s3control get-public-access-block --account-id 111122223333"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @Test
    void aBucketThatAnAclOpensIsARisk() {
        assertThat(TestView.of(bucket().with(Attribute.PUBLIC_BY_ACL, true)).find(rule))
                .hasSize(1);
    }

    @Test
    void whereABlockIsNotKnownItIsLessSure() {
        assertThat(TestView.of(bucket().with(Attribute.PUBLIC_BY_POLICY, true))
                        .only(rule)
                        .confidence())
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void aBlockClosesABucket() {
        assertThat(TestView.of(bucket().with(Attribute.PUBLIC_BY_POLICY, true)
                                .with(Attribute.PUBLIC_BY_ACL, true)
                                .with(Attribute.PUBLIC_ACCESS_BLOCKED, true))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aBucketThatIsNotPublicNeedsNoBlock() {
        assertThat(TestView.of(bucket().with(Attribute.PUBLIC_BY_POLICY, false)
                                .with(Attribute.PUBLIC_BY_ACL, false)
                                .with(Attribute.PUBLIC_ACCESS_BLOCKED, false))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotPublic() {
        assertThat(TestView.of(bucket().with(Attribute.PUBLIC_ACCESS_BLOCKED, false))
                        .find(rule))
                .isEmpty();
    }

    private static Resource.Builder bucket() {
        return resource(ResourceType.BUCKET, "acme-site").name("acme-site");
    }
}
