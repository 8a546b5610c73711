package io.curlake.jobs.cost;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** The {@link ChargeKind} of a row as a number: one lookup instead of a comparison with each line item type. */
public final class KindColumn {
    private static final Map<UTF8String, Integer> CODES = Arrays.stream(ChargeKind.values())
            .flatMap(kind -> kind.lineItemTypes().stream())
            .collect(Collectors.toMap(
                    UTF8String::fromString, type -> ChargeKind.of(type, "").code()));

    private KindColumn() {}

    static Column of(Column lineItemType, Column reservationArn) {
        return new StaticCall(KindColumn.class, "code", DataTypes.IntegerType, StaticCall.Nulls.GIVE_NULL)
                .of(lineItemType, reservationArn);
    }

    /** Called by Spark. */
    public static int code(UTF8String lineItemType, UTF8String reservationArn) {
        int code = CODES.getOrDefault(lineItemType, ChargeKind.UNKNOWN.code());
        return code == ChargeKind.FEE.code() && reservationArn.numBytes() > 0
                ? ChargeKind.RESERVATION_UPFRONT.code()
                : code;
    }
}
