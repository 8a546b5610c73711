package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the table {@code restatement}, without those that it is partitioned by. */
public final class RestatementColumns {
    /** What a change is of. */
    static final List<String> KEY =
            List.of("usage_date", "usage_account_id", "product_code", "line_item_type", "invoice_id", "currency");

    static final StructType ALL = all();

    private RestatementColumns() {}

    static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    /** After minus before. */
    public static Column difference(CostColumn column) {
        return ExactAmounts.minus(col("after_" + column.measure()), col("before_" + column.measure()));
    }

    /** Whether the rows or a cost are not as they were. */
    static Column hasOtherCost() {
        return Arrays.stream(CostColumn.values())
                .map(RestatementColumns::difference)
                .map(difference -> difference.notEqual(BigDecimal.ZERO))
                .reduce(col("rows_before").notEqual(col("rows_after")), Column::or);
    }

    private static StructType all() {
        StructType columns = new StructType()
                .add("delivery_before", DataTypes.StringType)
                .add("delivery_after", DataTypes.StringType)
                .add("restated_at", DataTypes.TimestampType);
        for (String name : KEY) {
            columns = columns.add(name, name.equals("usage_date") ? DataTypes.DateType : DataTypes.StringType);
        }
        columns = columns.add("cause", DataTypes.StringType)
                .add("tags_changed", DataTypes.BooleanType)
                .add("rows_before", DataTypes.LongType)
                .add("rows_after", DataTypes.LongType);
        return costs(costs(columns, "before_"), "after_");
    }

    private static StructType costs(StructType columns, String prefix) {
        return Arrays.stream(CostColumn.values())
                .map(column -> prefix + column.measure())
                .reduce(
                        columns,
                        (type, name) -> type.add(name, DataTypes.createDecimalType(Money.PRECISION, Money.SCALE)),
                        (one, other) -> one);
    }
}
