package io.curlake.jobs.gold.commitment;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.storage.TestStores;
import io.curlake.model.config.ExportConfig.Granularity;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a sample organization, whole deliveries: what commitments of a year cost in total, and by hour. */
class LifeOfACommitmentTest {
    @TempDir
    private Path folder;

    @Test
    void overItsLifeACommitmentCostsWhatWasPaid() {
        Dataset<Row> year = sample(spec -> spec.withSize(4, 12, 12 * 400).withGranularity(Granularity.MONTHLY));

        List<Row> commitments = year.filter(commitment().notEqual(""))
                .groupBy(commitment())
                .agg(
                        AmountColumns.ofRows(kind -> CostMeasure.AMORTIZED.of(kind, Net.ABSENT)),
                        AmountColumns.ofRows(kind -> CostMeasure.UNBLENDED.of(kind, Net.ABSENT)),
                        org.apache.spark.sql.functions.max(col("savings_plan_purchase_term")))
                .collectAsList();

        assertThat(commitments).hasSize(6);
        List<Row> ofAYear = commitments.stream()
                .filter(row -> !row.getString(3).equals("3yr"))
                .toList();
        assertThat(ofAYear)
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.getDecimal(1))
                        .as(row.getString(0))
                        .isEqualByComparingTo(row.getDecimal(2))
                        .isPositive());
    }

    @Test
    void coveredUsageAndNegationCancelInEveryHourOfASavingsPlan() {
        Dataset<Row> hours = byHour(sample(spec -> spec.withSize(4, 1, 2_000)));

        assertThat(hours.count()).isPositive();
        assertThat(hours.filter(col("residue").notEqual(0)).collectAsList()).isEmpty();
    }

    private static Dataset<Row> byHour(Dataset<Row> lineItems) {
        Column residue = AmountColumns.ofRows(kind -> CostMeasure.UNBLENDED.of(kind, Net.ABSENT));
        return lineItems
                .filter(AmountColumns.isOf(ChargeKind.SAVINGS_PLAN_USAGE, ChargeKind.SAVINGS_PLAN_NEGATION))
                .groupBy("savings_plan_savings_plan_a_r_n", "line_item_usage_start_date")
                .agg(residue.as("residue"));
    }

    private Dataset<Row> sample(UnaryOperator<SampleSpec> size) {
        SampleSpec spec = size.apply(SampleSpec.into(folder.toString()).without(SampleVariant.SPLIT_COST));
        Sample.write(TestSpark.session(), TestStores.local(), spec);
        return TestSpark.session()
                .read()
                .option("recursiveFileLookup", "true")
                .option("pathGlobFilter", "*.parquet")
                .parquet(folder.toUri().toString())
                .withColumn(AmountColumns.KIND, AmountColumns.kind());
    }

    private static Column commitment() {
        return coalesce(
                        nullif(col("savings_plan_savings_plan_a_r_n"), lit("")),
                        col("reservation_reservation_a_r_n"),
                        lit(""))
                .as("commitment_arn");
    }
}
