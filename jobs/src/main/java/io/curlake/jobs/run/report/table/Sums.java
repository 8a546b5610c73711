package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.GoldColumns;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Exact sums of columns, and amounts of rows. A sum of nothing is zero. */
public final class Sums {
    private Sums() {}

    public static Column total(String amount) {
        return of(col(amount)).as(amount);
    }

    /** The sum of an amount over some rows. */
    public static Column where(Column condition, String amount) {
        return of(when(condition, col(amount)));
    }

    private static Column of(Column amount) {
        return coalesce(ExactAmounts.total(amount), lit(0).cast(GoldColumns.MONEY));
    }

    public static BigDecimal amount(Row row, int column) {
        return Optional.ofNullable(row.getDecimal(column)).orElse(BigDecimal.ZERO);
    }

    public static BigDecimal amount(Row row, String column) {
        return amount(row, row.fieldIndex(column));
    }
}
