package io.curlake.jobs.restatement.stability;

import static io.curlake.jobs.restatement.TestCost.cost;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.restatement.DeliveryPair;
import io.curlake.jobs.restatement.Restatements;
import io.curlake.jobs.restatement.TestCost;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MovementTest {
    @Test
    void movedCostIsAddedUpByAgeAndNewChargesAreLeftOut() {
        TestCost last = cost(20, "Usage", "1");
        List<TestCost> before = List.of(last, cost(18, "Usage", "5"), cost(18, "Tax", "1"), cost(5, "Usage", "8"));
        List<TestCost> after = List.of(
                last,
                cost(21, "Usage", "100"),
                cost(18, "Usage", "7").rows(2),
                cost(18, "Tax", "0.5"),
                cost(5, "Usage", "8.25").rows(2).with("invoice_id", "77"));

        List<Movement> movements = Movement.of(restatement(before, after));

        assertThat(movements.stream()
                        .map(m -> "%s %d %s %s"
                                .formatted(
                                        m.currency(),
                                        m.age(),
                                        m.gross().stripTrailingZeros(),
                                        m.net().stripTrailingZeros())))
                .containsExactlyInAnyOrder("USD 3 2.5 1.5", "USD 16 0.25 0.25");
    }

    private static Dataset<Row> restatement(List<TestCost> before, List<TestCost> after) {
        return Restatements.between(
                        TestCost.dataset(before),
                        TestCost.dataset(after),
                        new DeliveryPair("d1", "d2", Instant.parse("2026-10-21T23:59:59Z")))
                .withColumn("source", lit("acme"))
                .withColumn("billing_period", lit("2026-10"));
    }
}
