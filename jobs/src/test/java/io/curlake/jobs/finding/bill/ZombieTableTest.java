package io.curlake.jobs.finding.bill;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZombieTableTest {
    private static final String ARN = "arn:aws:dynamodb:eu-west-1:111122223333:table/carts";
    private static final TestCost STORAGE = TestCost.of(ARN, "EU-TimedStorage-ByteHrs", "28.30");
    private static final TestCost CAPACITY = TestCost.of(ARN, "EU-ReadCapacityUnit-Hrs", "5.30");

    private final ZombieTable rule = new ZombieTable();

    @Test
    void aTableOnDemandWithoutRequestsCostsWhatItHolds() {
        TestView view = TestView.of(onDemand().with(Metric.SIZE_BYTES, 1e11))
                .billed(STORAGE, TestCost.of(ARN, "EU-TimedPITRStorage-ByteHrs", "22.64"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "zombie-table",
                        ACCOUNT,
                        REGION,
                        "table",
                        ARN,
                        "carts",
                        "The table is paid for, and nobody reads or writes it.",
                        Map.of("billing_mode", "PAY_PER_REQUEST", "size_bytes", "100000000000"),
                        Saving.of(new BigDecimal("50.94"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws dynamodb describe-table --region eu-west-1 --table-name carts"));
    }

    @Test
    void aTableWhoseCapacityNobodyUsesIsFoundByItsMetrics() {
        TestView view = TestView.of(provisioned(0, 0)).billed(STORAGE, CAPACITY);

        assertThat(view.only(rule).evidence())
                .isEqualTo(Map.of("billing_mode", "PROVISIONED", "consumed_read", "0", "consumed_write", "0"));
        assertThat(view.saving(rule)).isEqualTo(Saving.of(new BigDecimal("33.60"), "USD", COST));
    }

    /** Capacity and copies are billed whether anybody asks or not; a reader of its stream gets nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EU-WriteCapacityUnit-Hrs",
                "EU-ReplWriteCapacityUnit-Hrs",
                "EU-TimedBackupStorage-ByteHrs",
                "EU-Streams-Requests"
            })
    void whatIsBilledAnywayIsNoUse(String usageType) {
        TestCost cost = TestCost.of(ARN, usageType, "1.70").forUsage("720");

        assertThat(TestView.of(provisioned(0, 0)).billed(STORAGE, cost).saving(rule))
                .isEqualTo(Saving.of(new BigDecimal("30.00"), "USD", COST));
    }

    /** The last two are what other regions write into a replica. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EU-ReadRequestUnits",
                "EU-WriteRequestUnits",
                "EU-IA-ReadRequestUnits",
                "EU-ReplWriteRequestUnits",
                "EU-IA-ReplWriteRequestUnits"
            })
    void aTableThatIsAskedIsUsed(String usageType) {
        assertThat(TestView.of(onDemand())
                        .billed(STORAGE, TestCost.of(ARN, usageType, "0.00").forUsage("1"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(onDemand())
                        .billed(STORAGE, TestCost.of(ARN, usageType, "0.00").forUsage("0"))
                        .find(rule))
                .hasSize(1);
    }

    @Test
    void aTableThatIsReadOrWrittenIsUsed() {
        assertThat(TestView.of(provisioned(0.5, 0)).billed(STORAGE, CAPACITY).find(rule))
                .isEmpty();
        assertThat(TestView.of(provisioned(0, 0.5)).billed(STORAGE, CAPACITY).find(rule))
                .isEmpty();
        assertThat(TestView.of(onDemand().with(Metric.CONSUMED_READ, 0.5))
                        .billed(STORAGE)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void withoutMetricsNobodyKnowsWhoUsesCapacity() {
        Resource.Builder read = table("PROVISIONED").with(Metric.CONSUMED_READ, 0);
        Resource.Builder write = table("PROVISIONED").with(Metric.CONSUMED_WRITE, 0);
        Resource.Builder unknown =
                resource(ResourceType.TABLE, ARN).name("carts").created(daysAgo(14));

        assertThat(TestView.of(table("PROVISIONED")).billed(CAPACITY).find(rule))
                .isEmpty();
        assertThat(TestView.of(read).billed(CAPACITY).find(rule)).isEmpty();
        assertThat(TestView.of(write).billed(CAPACITY).find(rule)).isEmpty();
        assertThat(TestView.of(unknown).billed(STORAGE).find(rule)).isEmpty();
    }

    @Test
    void aNewTableWaitsForItsUse() {
        assertThat(TestView.of(onDemand().created(daysAgo(14).plusSeconds(1)))
                        .billed(STORAGE)
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(onDemand().created(null)).billed(STORAGE).find(rule))
                .isEmpty();
    }

    @Test
    void aTableThatIsNotPaidForIsLeftAlone() {
        assertThat(TestView.of(onDemand()).find(rule)).isEmpty();
        assertThat(TestView.of(onDemand())
                        .billed(TestCost.of(ARN, "EU-TimedStorage-ByteHrs", "0.00"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void inTwoCurrenciesTheSavingIsNotKnown() {
        assertThat(TestView.of(onDemand()).billed(STORAGE, STORAGE.in("EUR")).saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    private static Resource.Builder onDemand() {
        return table("PAY_PER_REQUEST");
    }

    private static Resource.Builder provisioned(double read, double write) {
        return table("PROVISIONED").with(Metric.CONSUMED_READ, read).with(Metric.CONSUMED_WRITE, write);
    }

    private static Resource.Builder table(String billingMode) {
        return resource(ResourceType.TABLE, ARN)
                .name("carts")
                .created(daysAgo(14))
                .with(Attribute.BILLING_MODE, billingMode);
    }
}
