package io.curlake.jobs.run.bridge.migration.sum;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final StructType SCHEMA = new StructType()
            .add("source", DataTypes.StringType)
            .add("billing_period", DataTypes.StringType)
            .add("currency", DataTypes.StringType)
            .add("account", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("cost", DataTypes.createDecimalType(38, 18));

    @Test
    void aMissingLineItemDoesNotHideInTheRoundingOfALargeTotal() {
        List<ComparedSum> sums = compared(
                row("old", "USD", "large", 10_000_000, "1000"),
                row("new", "USD", "large", 10_000_000, "1000.5"),
                row("old", "USD", "small", 2, "5"),
                row("new", "USD", "small", 1, "4"));

        assertThat(sums).extracting(ComparedSum::value).containsExactly("", "small", "large");
        assertThat(measures(sums)).containsExactly("1005 1004.5 -0.5 -1 1", "5 4 -1 -1 1", "1000 1000.5 0.5 0 0");
        assertThat(sums.get(0).isSameButRounding()).isFalse();
        assertThat(sums.get(2).isSameButRounding()).isTrue();
        assertThat(sums.get(2).isExact()).isFalse();
        assertThat(sums.get(0).fromRows()).isEqualTo(10_000_002);
        assertThat(sums.get(0).toRows()).isEqualTo(10_000_001);
    }

    @Test
    void aMillionthPerLineItemIsNoRounding() {
        List<ComparedSum> sums = compared(
                row("old", "USD", "a", 2, "1"), row("new", "USD", "a", 1, "1"), row("new", "USD", "a", 1, "0.000002"));

        assertThat(sums.get(0).measure("cost").groups()).isEqualTo(1);
    }

    @Test
    void differencesThatCancelInTheTotalAreFound() {
        List<ComparedSum> sums = compared(
                row("old", "USD", "a", 1, "1"),
                row("old", "USD", "b", 1, "2"),
                row("new", "USD", "a", 1, "2"),
                row("new", "USD", "b", 1, "1"));

        assertThat(sums)
                .filteredOn(sum -> sum.dimension() == Dimension.TOTAL)
                .singleElement()
                .matches(total -> !total.isSameButRounding()
                        && total.measure("cost").change().signum() == 0
                        && total.measure("cost").groups() == 2);
    }

    @Test
    void currenciesAreNeverAdded() {
        List<ComparedSum> sums = compared(row("old", "USD", "a", 1, "1"), row("new", "CNY", "a", 1, "7"));

        assertThat(sums)
                .filteredOn(sum -> sum.dimension() == Dimension.TOTAL)
                .extracting(sum -> sum.currency() + " " + sum.fromRows() + " " + sum.toRows())
                .containsExactly("CNY 0 1", "USD 1 0");
    }

    private static List<ComparedSum> compared(Row... rows) {
        Dataset<Row> dataset = TestSpark.session().createDataFrame(List.of(rows), SCHEMA);
        SideBySide sides = new SideBySide("old", List.of("cost"));
        return sides.read(sides.sums(
                dataset, List.of("account"), Map.of(Dimension.TOTAL, lit(""), Dimension.ACCOUNT, col("account"))));
    }

    private static List<String> measures(List<ComparedSum> sums) {
        return sums.stream()
                .map(sum -> sum.measure("cost"))
                .map(m -> String.join(
                        " ", plain(m.from()), plain(m.to()), plain(m.change()), plain(m.beyond()), "" + m.groups()))
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static Row row(String source, String currency, String account, long rows, String cost) {
        return RowFactory.create(source, "2026-10", currency, account, rows, new BigDecimal(cost));
    }
}
