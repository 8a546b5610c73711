package io.curlake.jobs.finding.network;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.NO_COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.daysAgo;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
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

class IdleNatGatewayTest {
    private static final String ARN = "arn:aws:ec2:eu-west-1:111122223333:natgateway/nat-0a";
    private static final long GIB = 1_073_741_824;

    private final IdleNatGateway rule = new IdleNatGateway();

    @Test
    void aGatewayOfNextToNoTrafficCostsAllThatItIsBilledFor() {
        Resource.Builder gateway =
                moved(GIB).name("private a").with(Attribute.VPC_ID, "vpc-0a").with(Attribute.SUBNET_ID, "subnet-0a");

        TestView view = TestView.of(gateway)
                .billed(
                        TestCost.of(ARN, "EU-NatGateway-Hours", "34.56"),
                        TestCost.of("nat-0a", "EU-NatGateway-Bytes", "0.05"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "idle-nat-gateway",
                        ACCOUNT,
                        REGION,
                        "nat-gateway",
                        ARN,
                        "private a",
                        "Next to nothing goes through the NAT gateway.",
                        Map.of(
                                "created",
                                "2026-10-17T06:00:00Z",
                                "vpc_id",
                                "vpc-0a",
                                "subnet_id",
                                "subnet-0a",
                                "processed_bytes",
                                "1073741824"),
                        Saving.of(new BigDecimal("34.61"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws ec2 describe-route-tables --region eu-west-1 --filters"
                                + " Name=route.nat-gateway-id,Values=nat-0a"));
    }

    @Test
    void aGatewayOfTrafficIsUsed() {
        assertThat(TestView.of(moved(GIB + 1)).find(rule)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotIdle() {
        Resource.Builder gateway =
                resource(ResourceType.NAT_GATEWAY, ARN).state("available").created(daysAgo(14));

        assertThat(TestView.of(gateway).find(rule)).isEmpty();
    }

    @Test
    void aGatewayThatComesOrGoesIsLeftAlone() {
        assertThat(TestView.of(moved(0).state("pending")).find(rule)).isEmpty();
        assertThat(TestView.of(moved(0).state("deleting")).find(rule)).isEmpty();
    }

    @Test
    void aGatewayThatIsYoungerThanItsMetricsIsLeftAlone() {
        assertThat(TestView.of(moved(0).created(daysAgo(14).plusSeconds(1))).find(rule))
                .isEmpty();
        assertThat(TestView.of(moved(0).created(null)).find(rule)).isEmpty();
    }

    @Test
    void withoutACostInOneCurrencyTheSavingIsNotKnown() {
        TestCost cost = TestCost.of(ARN, "EU-NatGateway-Hours", "34.56");

        assertThat(TestView.of(moved(0)).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
        assertThat(TestView.of(moved(0)).billed(cost, cost.in("EUR")).saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    private static Resource.Builder moved(long bytes) {
        return resource(ResourceType.NAT_GATEWAY, ARN)
                .alsoBilledAs("nat-0a")
                .state("available")
                .created(daysAgo(14))
                .with(Metric.PROCESSED_BYTES, bytes);
    }
}
