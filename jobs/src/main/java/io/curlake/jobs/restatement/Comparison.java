package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Two deliveries side by side, a row for each key of either. One aggregate over both, not a join: an absent day is a
 * group like any other, and nothing is read or sorted twice.
 */
final class Comparison {
    static final List<String> KEY =
            List.of("usage_date", "usage_account_id", "product_code", "line_item_type", "invoice_id", "currency");

    /** After minus before: a number that {@link #differs} by. */
    static final String TAGS = "_tags";

    private static final DataType MONEY = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
    private static final DataType HASHES = DataTypes.createDecimalType(20, 0);
    /** Hashes are sums that wrap around; so the sums of groups that were cut differently are equal modulo this. */
    private static final Column WRAP = lit(new BigDecimal(BigInteger.TWO.pow(Long.SIZE)));

    private Comparison() {}

    /** The columns of {@link #KEY}, {@code rows_*}, {@code before_*}, {@code after_*} and {@link #TAGS}. */
    static Dataset<Row> of(Dataset<Row> before, Dataset<Row> after) {
        List<Column> sums = new ArrayList<>();
        amounts().forEach(name -> sums.add(sum(name).cast(MONEY).as(name)));
        sums.add(sum("rows_after").as("rows_after"));
        sums.add(sum(TAGS).as(TAGS));
        return side(before, "before")
                .unionAll(side(after, "after"))
                .groupBy(columns(KEY))
                .agg(sum("rows_before").as("rows_before"), sums.toArray(Column[]::new));
    }

    /** Whether anything is not as it was. */
    static Column changed() {
        return Arrays.stream(CostColumn.values())
                .map(Comparison::difference)
                .map(difference -> difference.notEqual(BigDecimal.ZERO))
                .reduce(col("rows_before").notEqual(col("rows_after")), Column::or)
                .or(differs(col(TAGS)));
    }

    /** After minus before. */
    static Column difference(CostColumn column) {
        return col("after_" + column.measure()).minus(col("before_" + column.measure()));
    }

    /** Whether a difference of sums of hashes is one. */
    static Column differs(Column tags) {
        return tags.mod(WRAP).notEqual(0);
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    private static Dataset<Row> side(Dataset<Row> rows, String side) {
        List<Column> columns = new ArrayList<>(List.of(columns(KEY)));
        for (String each : List.of("before", "after")) {
            boolean isThis = each.equals(side);
            columns.add((isThis ? col("rows") : lit(0L)).as("rows_" + each));
            for (CostColumn cost : CostColumn.values()) {
                Column amount = isThis ? coalesce(col(cost.measure()), lit(BigDecimal.ZERO)) : lit(BigDecimal.ZERO);
                columns.add(amount.cast(MONEY).as(each + "_" + cost.measure()));
            }
        }
        Column tags = coalesce(col("tags_hash"), lit(0L)).cast(HASHES);
        columns.add(
                (side.equals("after") ? tags : lit(BigDecimal.ZERO).cast(HASHES).minus(tags))
                        .cast(HASHES)
                        .as(TAGS));
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Stream<String> amounts() {
        return Stream.of("before_", "after_")
                .flatMap(side -> Arrays.stream(CostColumn.values()).map(column -> side + column.measure()));
    }
}
