package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.curlake.jobs.restatement.amount.ExactAmounts;
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
 * Two deliveries side by side, a row for each key of either that may have changed. Adding decimals up is slow, and most
 * keys are as they were: so sums of the rows' hashes, which are cheap, tell first which keys to add up. A changed key
 * escapes them with a chance of one in 2^64.
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
        amounts().forEach(name -> sums.add(ExactAmounts.total(col(name)).as(name)));
        sums.add(sum("rows_after").as("rows_after"));
        sums.add(sum(TAGS).as(TAGS));
        return onlyKeysOf(side(before, "before").unionAll(side(after, "after")), suspects(before, after))
                .groupBy(columns(KEY))
                .agg(sum("rows_before").as("rows_before"), sums.toArray(Column[]::new));
    }

    /** The keys whose rows are not the same on both sides: no other key can have changed, but rows may be cut otherwise. */
    private static Dataset<Row> suspects(Dataset<Row> before, Dataset<Row> after) {
        return hashed(before, -1)
                .unionAll(hashed(after, 1))
                .groupBy(columns(KEY))
                .agg(sum("low").as("low"), sum("high").as("high"))
                .filter(col("low").notEqual(0).or(col("high").notEqual(0)))
                .select(columns(KEY));
    }

    /** In halves, whose sums no number of rows overflows. */
    private static Dataset<Row> hashed(Dataset<Row> rows, int sign) {
        List<String> names = new ArrayList<>(KEY);
        names.addAll(List.of("rows", "tags_hash"));
        Arrays.stream(CostColumn.values()).map(CostColumn::measure).forEach(names::add);
        List<Column> columns = new ArrayList<>(List.of(columns(KEY)));
        Column hash = col("hash");
        columns.add(hash.bitwiseAND(0xFFFF_FFFFL).multiply(sign).as("low"));
        columns.add(shiftright(hash, Integer.SIZE).multiply(sign).as("high"));
        return rows.withColumn("hash", xxhash64(columns(names))).select(columns.toArray(Column[]::new));
    }

    /** An absent day is a day like any other. */
    private static Dataset<Row> onlyKeysOf(Dataset<Row> rows, Dataset<Row> keys) {
        Dataset<Row> other = keys.toDF(KEY.stream().map(name -> "_" + name).toArray(String[]::new));
        Column same = KEY.stream()
                .map(name -> col(name).eqNullSafe(col("_" + name)))
                .reduce(Column::and)
                .orElseThrow();
        return rows.join(other, same, "left_semi");
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
        return ExactAmounts.minus(col("after_" + column.measure()), col("before_" + column.measure()));
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
