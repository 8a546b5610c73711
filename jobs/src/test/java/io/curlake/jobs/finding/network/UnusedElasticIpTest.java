package io.curlake.jobs.finding.network;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.NO_COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestCost;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedElasticIpTest {
    private static final String ARN = "arn:aws:ec2:eu-west-1:111122223333:elastic-ip/eipalloc-0a";

    private final UnusedElasticIp rule = new UnusedElasticIp();

    @Test
    void anAddressThatNothingUsesCostsAllThatItIsBilledFor() {
        TestView view =
                TestView.of(unused().name("old web")).billed(TestCost.of(ARN, "EU-PublicIPv4:IdleAddress", "3.60"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "unused-elastic-ip",
                        ACCOUNT,
                        REGION,
                        "elastic-ip",
                        ARN,
                        "old web",
                        "Nothing uses the address.",
                        Map.of("public_ip", "203.0.113.7"),
                        Saving.of(new BigDecimal("3.60"), "USD", COST),
                        Confidence.HIGH,
                        "aws ec2 describe-addresses --region eu-west-1 --allocation-ids eipalloc-0a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eipalloc-0a", "203.0.113.7"})
    void theBillMayNameItOtherwise(String id) {
        assertThat(TestView.of(unused())
                        .billed(TestCost.of(id, "EU-ElasticIP:IdleAddress", "3.60"))
                        .saving(rule))
                .isEqualTo(Saving.of(new BigDecimal("3.60"), "USD", COST));
    }

    @Test
    void whatTheBillSaysUnderSeveralIdsAddsUpOnce() {
        assertThat(TestView.of(unused().alsoBilledAs(ARN, "203.0.113.7", "203.0.113.7"))
                        .billed(
                                TestCost.of(ARN, "EU-PublicIPv4:IdleAddress", "2.00"),
                                TestCost.of("203.0.113.7", "EU-ElasticIP:IdleAddress", "1.60"))
                        .saving(rule))
                .isEqualTo(Saving.of(new BigDecimal("3.60"), "USD", COST));
    }

    @Test
    void anAddressInUseIsLeftAlone() {
        assertThat(TestView.of(unused().state("associated")).find(rule)).isEmpty();
    }

    /** One of the customer's own range is free. */
    @Test
    void withoutACostTheSavingIsNotKnown() {
        assertThat(TestView.of(unused()).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
    }

    private static Resource.Builder unused() {
        return resource(ResourceType.ELASTIC_IP, ARN)
                .alsoBilledAs("eipalloc-0a", "203.0.113.7")
                .state("unused")
                .with(Attribute.ALLOCATION_ID, "eipalloc-0a")
                .with(Attribute.PUBLIC_IP, "203.0.113.7");
    }
}
