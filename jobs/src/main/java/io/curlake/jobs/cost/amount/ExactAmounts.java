package io.curlake.jobs.cost.amount;

import static org.apache.spark.sql.functions.sum;

import io.curlake.model.Money;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Arithmetic of columns of DECIMAL(38,18) that keeps all 18 places. Spark alone gives the difference of two of them 17: it
 * makes room for a digit more before the point. No amount of money needs that digit.
 */
public final class ExactAmounts {
    private static final DataType MONEY = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
    private static final DataType OPERAND = DataTypes.createDecimalType(Money.PRECISION - 1, Money.SCALE);

    private ExactAmounts() {}

    public static Column minus(Column amount, Column other) {
        return amount.cast(OPERAND).minus(other.cast(OPERAND)).cast(MONEY);
    }

    public static Column plus(Column amount, Column other) {
        return amount.cast(OPERAND).plus(other.cast(OPERAND)).cast(MONEY);
    }

    /** The aggregate. */
    public static Column total(Column amount) {
        return sum(amount).cast(MONEY);
    }
}
