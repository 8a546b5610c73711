package io.curlake.jobs.restatement;

import static io.curlake.jobs.restatement.TestCost.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RestatementsTest {
    private static final Instant NOW = Instant.parse("2026-10-21T10:00:00Z");
    private static final DeliveryPair PAIR = new DeliveryPair("d1", "d2", NOW);

    @Test
    void theRowsAreThoseOfTheTable() {
        Dataset<Row> restatement = between(
                List.of(cost(5, "Usage", "1"), cost(6, "Usage", "1")),
                List.of(cost(5, "Usage", "1.5"), cost(6, "Usage", "1")));

        assertThat(restatement.schema().asNullable()).isEqualTo(TableName.RESTATEMENT.columns());
        Row row = restatement.collectAsList().get(0);
        assertThat(row.mkString(" "))
                .startsWith(
                        "d1 d2 2026-10-21 10:00:00.0 2026-10-05 000000000042 AmazonEC2 Usage  USD repriced false 1 1 "
                                + "1.000000000000000000 ");
        assertThat(row.<BigDecimal>getAs("after_unblended_cost")).isEqualByComparingTo("1.5");
    }

    @Test
    void theLastDayOfAMonthIsUnfinishedForTwoDaysOnly() {
        List<TestCost> before = List.of(cost(31, "Usage", "1"));
        List<TestCost> after = List.of(cost(31, "Usage", "2").rows(2));

        assertThat(causes(before, after, "2026-11-02T23:59:59Z")).containsExactly("new_charges");
        assertThat(causes(before, after, "2026-11-03T00:00:00Z")).containsExactly("late_usage");
    }

    @Test
    void aDeliveryThatHadNoUsageHadSeenNoDay() {
        assertThat(causes(List.of(), List.of(cost(5, "Usage", "1")), "2026-11-09T00:00:00Z"))
                .containsExactly("new_charges");
    }

    @Test
    void whatIsInTheRestatementIsAllThatTheTotalsDifferBy() {
        Random random = new Random(42);
        List<TestCost> before = costs(random);
        List<TestCost> after = new ArrayList<>(costs(random));
        after.addAll(before.subList(0, 100));

        List<Row> restatement = between(before, after).collectAsList();
        List<CauseTotal> causes = CauseTotal.of(DailyChange.of(between(before, after)));

        assertThat(restatement).hasSizeGreaterThan(50);
        assertThat(sum(causes.stream().map(CauseTotal::unblended)))
                .isEqualByComparingTo(total(after, CostColumn.UNBLENDED).subtract(total(before, CostColumn.UNBLENDED)));
        assertThat(sum(causes.stream().map(CauseTotal::effective)))
                .isEqualByComparingTo(total(after, CostColumn.RESERVATION_EFFECTIVE)
                        .add(total(after, CostColumn.SAVINGS_PLAN_EFFECTIVE))
                        .subtract(total(before, CostColumn.RESERVATION_EFFECTIVE))
                        .subtract(total(before, CostColumn.SAVINGS_PLAN_EFFECTIVE)));
        for (CostColumn column : CostColumn.values()) {
            assertThat(sum(restatement.stream().map(row -> row.getAs("after_" + column.measure())))
                            .subtract(sum(restatement.stream().map(row -> row.getAs("before_" + column.measure())))))
                    .isEqualByComparingTo(total(after, column).subtract(total(before, column)));
        }
    }

    @Test
    void chainedRestatementsSayWhatAComparisonOfTheEndsWould() {
        List<TestCost> first = List.of(cost(5, "Usage", "1"), cost(6, "Usage", "1"), cost(7, "Usage", "1"));
        List<TestCost> second = List.of(cost(5, "Usage", "3"), cost(6, "Usage", "2"), cost(7, "Usage", "1"));
        List<TestCost> third = List.of(cost(5, "Usage", "1"), cost(6, "Usage", "2.5"), cost(8, "Usage", "4"));
        Dataset<Row> links = Restatements.between(dataset(first), dataset(second), PAIR)
                .unionAll(Restatements.between(
                        dataset(second), dataset(third), new DeliveryPair("d2", "d3", NOW.plusSeconds(60))));
        DeliveryPair ends = new DeliveryPair("d1", "d3", NOW.plusSeconds(60));

        assertThat(texts(ChainedRestatements.of(links, ends)))
                .hasSize(3)
                .isEqualTo(texts(Restatements.between(dataset(first), dataset(third), ends)));
    }

    private static List<String> causes(List<TestCost> before, List<TestCost> after, String restatedAt) {
        DeliveryPair pair = new DeliveryPair("d1", "d2", Instant.parse(restatedAt));
        return Restatements.between(dataset(before), dataset(after), pair).select("cause").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static List<TestCost> costs(Random random) {
        List<TestCost> costs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TestCost cost = cost(1 + random.nextInt(20), random.nextBoolean() ? "Usage" : "Tax", "0")
                    .with("commitment_arn", "arn-" + random.nextInt(3))
                    .invoice(random.nextBoolean() ? "" : "77");
            for (CostColumn column : CostColumn.values()) {
                cost = cost.amount(column, "%d.%018d".formatted(random.nextInt(1_000_000), random.nextInt(1_000_000)));
            }
            costs.add(random.nextInt(10) == 0 ? cost.withoutDay() : cost);
        }
        return costs;
    }

    private static BigDecimal total(List<TestCost> costs, CostColumn column) {
        return sum(costs.stream().map(cost -> (BigDecimal) cost.values().get(column.measure())));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Dataset<Row> between(List<TestCost> before, List<TestCost> after) {
        return Restatements.between(dataset(before), dataset(after), PAIR);
    }

    private static Dataset<Row> dataset(List<TestCost> costs) {
        return TestCost.dataset(costs);
    }

    private static List<String> texts(Dataset<Row> restatement) {
        return restatement.collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }
}
