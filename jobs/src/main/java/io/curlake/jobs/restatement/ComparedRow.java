package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.restatement.cause.Compared;
import io.curlake.jobs.restatement.cause.CostKey;
import io.curlake.jobs.restatement.cause.DeliveredSum;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A row of one of the two deliveries that are compared; the other one's side is nothing. */
record ComparedRow(CostKey key, Compared sums) {
    /** What rows must have in common to have a say in each other's cause. */
    static final List<String> PRODUCT_DAY = List.of("usage_date", "usage_account_id", "product_code", "currency");

    private static final int COSTS = RestatementColumns.KEY.size() + 1;
    private static final int TAGS = COSTS + CostColumn.values().length;
    private static final int IS_AFTER = TAGS + 1;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Money.SCALE);

    /** The columns that {@link #of} takes, of a delivery's rows of {@code delivered_cost}. */
    static Dataset<Row> side(Dataset<Row> delivered, Column isAfter) {
        List<String> names = new ArrayList<>(RestatementColumns.KEY);
        names.add("rows");
        Arrays.stream(CostColumn.values()).map(CostColumn::measure).forEach(names::add);
        names.add("tags_hash");
        List<Column> columns = new ArrayList<>(List.of(RestatementColumns.columns(names)));
        columns.add(isAfter.as("is_after"));
        return delivered.select(columns.toArray(Column[]::new));
    }

    static Dataset<Row> before(Dataset<Row> delivered) {
        return side(delivered, lit(false));
    }

    static Dataset<Row> after(Dataset<Row> delivered) {
        return side(delivered, lit(true));
    }

    static ComparedRow of(Row row) {
        List<BigDecimal> amounts = IntStream.range(COSTS, TAGS)
                .mapToObj(i -> row.isNullAt(i) ? NOTHING : row.getDecimal(i))
                .toList();
        DeliveredSum sum = new DeliveredSum(
                new CostAmounts(row.getLong(COSTS - 1), amounts), row.isNullAt(TAGS) ? 0 : row.getLong(TAGS));
        return new ComparedRow(
                key(row),
                row.getBoolean(IS_AFTER) ? new Compared(DeliveredSum.NONE, sum) : new Compared(sum, DeliveredSum.NONE));
    }

    private static CostKey key(Row row) {
        Date day = row.getDate(0);
        return new CostKey(
                day == null ? null : day.toLocalDate(),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    boolean isOfProductDay(CostKey other) {
        return Objects.equals(key.day(), other.day())
                && key.account().equals(other.account())
                && key.product().equals(other.product())
                && key.currency().equals(other.currency());
    }
}
