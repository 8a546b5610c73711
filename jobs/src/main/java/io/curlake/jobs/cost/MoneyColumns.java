package io.curlake.jobs.cost;

import static org.apache.spark.sql.functions.lit;

import io.curlake.model.Money;
import io.curlake.model.MoneyParts;
import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;

/**
 * The arithmetic of {@link Money} and {@link MoneyParts} as columns that Spark compiles into its own loops. A UDF would box
 * every amount, and Spark's own cast of a double depends on the JDK's text of it.
 */
public final class MoneyColumns {
    static final DataType MONEY = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
    static final Column ZERO = lit(BigDecimal.ZERO).cast(MONEY);

    /** A part of an amount, and the methods that give it. */
    enum Part {
        WHOLE("whole"),
        BILLIONTHS("billionths"),
        BILLIONTHS_OF_BILLIONTHS("billionthsOfBillionths");

        private final String method;

        Part(String method) {
            this.method = method;
        }
    }

    private MoneyColumns() {}

    /** A double as DECIMAL(38,18); NULL of NULL. NaN and infinities count as nothing. */
    public static Column decimal(Column amount) {
        return ofMoney("decimal").of(amount);
    }

    static Column part(Part part, Column amount) {
        return ofParts(MoneyParts.class, part).of(amount);
    }

    static Column partOfDecimal(Part part, Column decimal) {
        return ofParts(MoneyColumns.class, part).of(decimal);
    }

    static Column total(Column whole, Column billionths, Column billionthsOfBillionths) {
        return ofMoney("total").of(whole, billionths, billionthsOfBillionths);
    }

    static Column share(Column amount, Column part, Column whole) {
        return ofMoney("share").of(amount, part, whole);
    }

    private static StaticCall ofMoney(String method) {
        return new StaticCall(MoneyColumns.class, method, MONEY, StaticCall.Nulls.GIVE_NULL);
    }

    private static StaticCall ofParts(Class<?> type, Part part) {
        return new StaticCall(type, part.method, DataTypes.LongType, StaticCall.Nulls.GIVE_NULL);
    }

    /** Called by Spark. */
    public static Decimal decimal(double amount) {
        return decimal(Double.isFinite(amount) ? Money.of(amount) : BigDecimal.ZERO);
    }

    /** Called by Spark. */
    public static Decimal total(long whole, long billionths, long billionthsOfBillionths) {
        return decimal(MoneyParts.total(whole, billionths, billionthsOfBillionths));
    }

    /** Called by Spark. */
    public static Decimal share(Decimal amount, Decimal part, Decimal whole) {
        return decimal(Amount.Share.of(amount.toJavaBigDecimal(), part.toJavaBigDecimal(), whole.toJavaBigDecimal()));
    }

    /** Called by Spark. */
    public static long whole(Decimal amount) {
        return MoneyParts.whole(amount.toJavaBigDecimal());
    }

    /** Called by Spark. */
    public static long billionths(Decimal amount) {
        return MoneyParts.billionths(amount.toJavaBigDecimal());
    }

    /** Called by Spark. */
    public static long billionthsOfBillionths(Decimal amount) {
        return MoneyParts.billionthsOfBillionths(amount.toJavaBigDecimal());
    }

    private static Decimal decimal(BigDecimal amount) {
        return Decimal.apply(amount, Money.PRECISION, Money.SCALE);
    }
}
