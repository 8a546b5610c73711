package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import io.curlake.jobs.cost.MoneyColumns;
import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import org.apache.spark.sql.Column;

/** What a line item gives: absent texts, which AWS delivers as '', are NULL; numbers are exact decimals. */
public final class Given {
    private static final String MONEY = "decimal(%d,%d)".formatted(Money.PRECISION, Money.SCALE);

    private Given() {}

    public static Column text(LineItemColumn column) {
        return text(col(column.columnName()));
    }

    /** An attribute of the product, of rows with {@link ProductAttributes}. */
    public static Column attribute(String key) {
        return ProductAttributes.attribute(key);
    }

    private static Column text(Column text) {
        return nullif(text, lit(""));
    }

    /** The first of some texts that is there. */
    public static Column first(Column... texts) {
        return coalesce(texts);
    }

    /** A DOUBLE column; zero where absent. */
    public static Column number(LineItemColumn column) {
        return MoneyColumns.decimal(coalesce(col(column.columnName()), lit(0.0)));
    }

    /** A number that AWS delivers as text; NULL where absent. */
    public static Column numberOfText(LineItemColumn column) {
        return text(column).try_cast(MONEY);
    }

    /** A number as DECIMAL(38,18). */
    public static Column money(long value) {
        return lit(value).cast(MONEY);
    }
}
