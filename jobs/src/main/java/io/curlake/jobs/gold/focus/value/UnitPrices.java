package io.curlake.jobs.gold.focus.value;

import io.curlake.jobs.cost.StaticCall;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.jspecify.annotations.Nullable;

/** Prices of a unit, DECIMAL(38,18). Spark's own product and quotient of two of these keep six places. */
public final class UnitPrices {
    private static final DataType MONEY = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
    private static final StaticCall PER_UNIT =
            new StaticCall(UnitPrices.class, "perUnit", MONEY, StaticCall.Nulls.GIVE_NULL);
    private static final StaticCall TOTAL =
            new StaticCall(UnitPrices.class, "total", MONEY, StaticCall.Nulls.GIVE_NULL);

    private UnitPrices() {}

    /** Cost / quantity, half up; NULL where nothing was measured, or where the price would be negative. */
    public static Column perUnit(Column cost, Column quantity) {
        return PER_UNIT.of(cost, quantity);
    }

    /** Price × quantity, half up. */
    public static Column total(Column price, Column quantity) {
        return TOTAL.of(price, quantity);
    }

    /** Called by Spark. */
    public static @Nullable Decimal perUnit(Decimal cost, Decimal quantity) {
        BigDecimal divisor = quantity.toJavaBigDecimal();
        if (divisor.signum() == 0) {
            return null;
        }
        BigDecimal price = cost.toJavaBigDecimal().divide(divisor, Money.SCALE, RoundingMode.HALF_UP);
        return price.signum() < 0 || price.precision() > Money.PRECISION ? null : decimal(price);
    }

    /** Called by Spark. */
    public static @Nullable Decimal total(Decimal price, Decimal quantity) {
        BigDecimal total = price.toJavaBigDecimal()
                .multiply(quantity.toJavaBigDecimal())
                .setScale(Money.SCALE, RoundingMode.HALF_UP);
        return total.precision() > Money.PRECISION ? null : decimal(total);
    }

    private static Decimal decimal(BigDecimal value) {
        return Decimal.apply(value, Money.PRECISION, Money.SCALE);
    }
}
