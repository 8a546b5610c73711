package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What gold tables have in common: schemas of a grain and amounts, and sums of amounts by a grain. */
public final class GoldColumns {
    public static final DataType MONEY = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
    public static final String DAY = "usage_date";
    public static final String ROWS = "rows";
    public static final List<String> MEASURES =
            Arrays.stream(CostMeasure.values()).map(CostMeasure::columnName).toList();
    static final List<String> USAGE_AND_MEASURES =
            Stream.concat(Stream.of("usage_amount"), MEASURES.stream()).toList();

    private GoldColumns() {}

    /** A schema of texts, but for {@link #DAY}, and then amounts. */
    public static StructType schema(List<String> grain, List<String> amounts) {
        StructType schema = new StructType();
        for (String name : grain) {
            schema = schema.add(name, name.equals(DAY) ? DataTypes.DateType : DataTypes.StringType);
        }
        schema = schema.add(ROWS, DataTypes.LongType);
        for (String name : amounts) {
            schema = schema.add(name, MONEY);
        }
        return schema;
    }

    /** The columns of groups: the day, texts, rows and amounts. */
    public static StructType grouped(List<String> texts, List<String> amounts) {
        return schema(both(List.of(DAY), texts), amounts);
    }

    /** What is added up for a table of a grain that has the day. */
    public static Grouping grouping(List<String> grain) {
        return Grouping.byDayAnd(
                grain.stream().filter(name -> !name.equals(DAY)).toList());
    }

    /** The same, with {@link #MEASURES}. */
    public static Grouping measured(List<String> grain, Net net) {
        return withMeasures(grouping(grain), net);
    }

    /** The same, with {@link #USAGE_AND_MEASURES}. */
    static Grouping usedAndMeasured(List<String> grain, Net net) {
        return withMeasures(grouping(grain).adding(kind -> Amount.of(LineItemColumn.LINE_ITEM_USAGE_AMOUNT)), net);
    }

    private static Grouping withMeasures(Grouping grouping, Net net) {
        for (CostMeasure measure : CostMeasure.values()) {
            grouping.adding(kind -> measure.of(kind, net));
        }
        return grouping;
    }

    /** Rows and amounts added up by the grain. */
    public static Dataset<Row> totals(Dataset<Row> charges, List<String> grain, List<String> amounts) {
        return charges.groupBy(columns(grain))
                .agg(
                        sum(ROWS).as(ROWS),
                        amounts.stream()
                                .map(name -> ExactAmounts.total(col(name)).as(name))
                                .toArray(Column[]::new));
    }

    public static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    public static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
