package io.curlake.jobs.finding.compute;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
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

class OldGenerationTest {
    private static final String M4 = "EU-BoxUsage:m4.large";
    private static final String M5 = "EU-BoxUsage:m5.large";
    private static final String LINUX = "RunInstances";
    private static final String WINDOWS = "RunInstances:0002";
    private static final TestCost M4_LINUX = TestCost.of("i-0a", M4, "80.00").ofOperation(LINUX);

    private final OldGeneration rule = new OldGeneration();

    @Test
    void anInstanceSavesTheDifferenceOfTheRates() {
        Resource.Builder instance = instance("m4.large").name("web").with(Attribute.PLATFORM, "Linux/UNIX");

        TestView view = TestView.of(instance)
                .rate(M4, LINUX, "0.100")
                .rate(M5, LINUX, "0.096")
                .billed(M4_LINUX);

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "old-generation",
                        ACCOUNT,
                        REGION,
                        "instance",
                        "i-0a",
                        "web",
                        "m4.large has a successor, m5.large.",
                        Map.of("instance_type", "m4.large", "successor", "m5.large", "platform", "Linux/UNIX"),
                        saving("3.200000000000", "m5.large"),
                        Confidence.MEDIUM,
                        "aws ec2 describe-instance-types --region eu-west-1 --instance-types m5.large"));
    }

    /** Twice the rate of one zone, before and after. */
    @Test
    void aDatabaseInTwoZonesSavesTheDifferenceOfItsOwnRates() {
        String arn = "arn:aws:rds:eu-west-1:111122223333:db:orders";
        Resource.Builder database = resource(ResourceType.DATABASE_INSTANCE, arn)
                .name("orders")
                .with(Attribute.INSTANCE_TYPE, "db.m4.large")
                .with(Attribute.ENGINE, "postgres")
                .with(Attribute.MULTI_AZ, true);

        TestView view = TestView.of(database)
                .rate("EU-Multi-AZUsage:db.m4.large", "CreateDBInstance:0014", "0.40")
                .rate("EU-Multi-AZUsage:db.m5.large", "CreateDBInstance:0014", "0.38")
                .rate("EU-InstanceUsage:db.m5.large", "CreateDBInstance:0014", "0.19")
                .billed(
                        TestCost.of(arn, "EU-Multi-AZUsage:db.m4.large", "200.00")
                                .ofOperation("CreateDBInstance:0014"),
                        TestCost.of(arn, "EU-RDS:Multi-AZ-GP3-Storage", "50.00").ofOperation("CreateDBInstance:0014"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "old-generation",
                        ACCOUNT,
                        REGION,
                        "database-instance",
                        arn,
                        "orders",
                        "db.m4.large has a successor, db.m5.large.",
                        Map.of("instance_type", "db.m4.large", "successor", "db.m5.large", "engine", "postgres"),
                        saving("10.000000000000", "db.m5.large"),
                        Confidence.MEDIUM,
                        "aws rds describe-orderable-db-instance-options --region eu-west-1 --db-instance-class"
                                + " db.m5.large --engine postgres"));
    }

    @Test
    void everyOperationHasItsOwnRates() {
        TestView view = TestView.of(instance("m4.large"))
                .rate(M4, LINUX, "0.10")
                .rate(M5, LINUX, "0.09")
                .rate(M4, WINDOWS, "0.20")
                .rate(M5, WINDOWS, "0.19")
                .billed(M4_LINUX, TestCost.of("i-0a", M4, "40.00").ofOperation(WINDOWS));

        assertThat(view.saving(rule)).isEqualTo(saving("10.000000000000", "m5.large"));
    }

    /** Credits, traffic and an optimized connection cost the same in the next generation. */
    @Test
    void onlyHoursOfTheInstanceBecomeCheaper() {
        TestView view = TestView.of(instance("t2.large"))
                .rate("EU-BoxUsage:t2.large", LINUX, "0.10")
                .rate("EU-BoxUsage:t3.large", LINUX, "0.09")
                .billed(
                        TestCost.of("i-0a", "EU-BoxUsage:t2.large", "70.00").ofOperation(LINUX),
                        TestCost.of("i-0a", "EU-CPUCredits:t2", "30.00").ofOperation(LINUX),
                        TestCost.of("i-0a", "EU-DataTransfer-Out-Bytes", "9.00"),
                        TestCost.of("i-0a", "EU-BoxUsage:t2.small", "5.00").ofOperation(LINUX));

        assertThat(view.saving(rule)).isEqualTo(saving("7.000000000000", "t3.large"));
    }

    @Test
    void inTheFirstRegionUsageTypesHaveNoPrefix() {
        TestView view = TestView.of(instance("r4.large"))
                .rate("BoxUsage:r4.large", LINUX, "0.133")
                .rate("BoxUsage:r5.large", LINUX, "0.126")
                .billed(TestCost.of("i-0a", "BoxUsage:r4.large", "13.30").ofOperation(LINUX));

        assertThat(view.saving(rule)).isEqualTo(saving("0.700000000000", "r5.large"));
    }

    @Test
    void aTypeOfTodayHasNoSuccessor() {
        assertThat(TestView.of(instance("m5.large"))
                        .billed(TestCost.of("i-0a", M5, "70.00"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(resource(ResourceType.INSTANCE, "i-0a"))
                        .billed(M4_LINUX)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void spotHasAPriceOfItsOwn() {
        TestView view = TestView.of(instance("m4.large").with(Attribute.LIFECYCLE, "spot"))
                .rate(M4, LINUX, "0.100")
                .rate(M5, LINUX, "0.096")
                .billed(M4_LINUX);

        assertThat(view.find(rule)).isEmpty();
    }

    @Test
    void withoutHoursOfItsTypeThereIsNothingToSay() {
        TestView view = TestView.of(instance("m4.large"))
                .billed(
                        TestCost.of("i-0a", "EU-SpotUsage:m4.large", "20.00"),
                        TestCost.of("i-0a", "EU-HostBoxUsage:m4.large", "0.00"),
                        TestCost.of("i-0a", "EU-DedicatedUsage:m4.large", "90.00"));

        assertThat(view.find(rule)).isEmpty();
        assertThat(TestView.of(instance("m4.large")).find(rule)).isEmpty();
    }

    @Test
    void aSuccessorThatCostsAsMuchIsNone() {
        TestView view = TestView.of(instance("m4.large"))
                .rate(M4, LINUX, "0.100")
                .rate(M5, LINUX, "0.100")
                .billed(M4_LINUX);

        assertThat(view.find(rule)).isEmpty();
    }

    @Test
    void withoutARateTheSavingIsNotKnown() {
        assertThat(TestView.of(instance("m4.large")).billed(M4_LINUX).saving(rule))
                .isEqualTo(Saving.unknown("the bill has no public rate of EU-BoxUsage:m4.large"));
        assertThat(TestView.of(instance("m4.large"))
                        .rate(M4, LINUX, "0.100")
                        .rate(M5, WINDOWS, "0.188")
                        .billed(M4_LINUX)
                        .saving(rule))
                .isEqualTo(Saving.unknown("the bill has no public rate of EU-BoxUsage:m5.large"));
    }

    @Test
    void withoutACostInOneCurrencyTheSavingIsNotKnown() {
        assertThat(TestView.of(instance("m4.large"))
                        .billed(M4_LINUX, M4_LINUX.in("EUR"))
                        .saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
        assertThat(TestView.of(instance("m4.large"))
                        .billed(TestCost.of("i-0a", M4, "0.00"))
                        .saving(rule))
                .isEqualTo(Saving.unknown("it cost nothing in the last 30 days"));
    }

    private static Resource.Builder instance(String type) {
        return resource(ResourceType.INSTANCE, "i-0a")
                .state("running")
                .with(Attribute.INSTANCE_TYPE, type)
                .with(Attribute.LIFECYCLE, "on-demand");
    }

    private static Saving saving(String amount, String successor) {
        return Saving.of(new BigDecimal(amount), "USD", COST + " at the rate of " + successor);
    }
}
