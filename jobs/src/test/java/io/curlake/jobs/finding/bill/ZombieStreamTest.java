package io.curlake.jobs.finding.bill;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestCost;
import io.curlake.jobs.finding.TestView;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZombieStreamTest {
    private static final String ARN = "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks";
    private static final TestCost SHARD = cost("EU-Storage-ShardHour", "12.24", "720");
    private static final TestCost ON_DEMAND = cost("EU-OnDemand-StreamHour", "31.68", "720");

    private final ZombieStream rule = new ZombieStream();

    @Test
    void aStreamOfHoursWithoutDataCostsAllThatItIsBilledFor() {
        TestView view = TestView.of()
                .billed(
                        SHARD,
                        cost("EU-Extended-ShardHour", "5.76", "288"),
                        cost("EU-PutRequestPayloadUnits", "0.00", "0"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "zombie-stream",
                        ACCOUNT,
                        REGION,
                        "stream",
                        ARN,
                        "clicks",
                        "The stream was paid for by the hour, and no data went through it.",
                        Map.of("usage_types", "EU-Extended-ShardHour,EU-PutRequestPayloadUnits,EU-Storage-ShardHour"),
                        Saving.of(new BigDecimal("18.00"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws kinesis describe-stream-summary --region eu-west-1 --stream-arn " + ARN));
    }

    @Test
    void aStreamOnDemandIsPaidForByTheHourToo() {
        assertThat(TestView.of().billed(ON_DEMAND).saving(rule))
                .isEqualTo(Saving.of(new BigDecimal("31.68"), "USD", COST));
    }

    @Test
    void aStreamThatTakesOrGivesDataIsUsed() {
        assertThat(TestView.of()
                        .billed(SHARD, cost("EU-PutRequestPayloadUnits", "0.01", "500000"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of()
                        .billed(ON_DEMAND, cost("EU-OnDemand-BilledIncomingBytes", "0.00", "0.0001"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of()
                        .billed(ON_DEMAND, cost("EU-OnDemand-BilledOutgoingBytes", "0.00", "0.0001"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aStreamThatKeepsDataForLongIsLeftAlone() {
        assertThat(TestView.of()
                        .billed(SHARD, cost("EU-LongTermRetention-ByteHrs", "1.00", "40"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aStreamOfFewerDaysThanMetricsAreOfMayBeNew() {
        assertThat(TestView.of().billed(SHARD.onDays(13)).find(rule)).isEmpty();
        assertThat(TestView.of().billed(SHARD.onDays(14)).find(rule)).hasSize(1);
    }

    @Test
    void otherResourcesOfKinesisAreNoStreams() {
        assertThat(TestView.of()
                        .billed(
                                TestCost.of(ARN + "/consumer/app:1700000000", "EU-Storage-ShardHour", "5.00")
                                        .forUsage("720"),
                                TestCost.of(
                                                "arn:aws:kinesisvideo:eu-west-1:111122223333:stream/door/1",
                                                "EU-Storage-ShardHour",
                                                "5.00")
                                        .forUsage("720"),
                                TestCost.of("clicks", "EU-Storage-ShardHour", "5.00")
                                        .forUsage("720"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aStreamWithoutHoursSaysNothing() {
        assertThat(TestView.of()
                        .billed(cost("EU-PutRequestPayloadUnits", "0.00", "0"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void inTwoCurrenciesTheSavingIsNotKnown() {
        assertThat(TestView.of().billed(SHARD, SHARD.in("EUR")).saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    private static TestCost cost(String usageType, String cost, String usage) {
        return TestCost.of(ARN, usageType, cost).forUsage(usage);
    }
}
