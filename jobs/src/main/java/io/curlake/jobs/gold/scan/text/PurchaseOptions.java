package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** How something was bought. Source: line item types and the usage types of Spot, CUR data dictionary, 2026-11. */
final class PurchaseOptions implements TextSource {
    private final Supplier<ChargeKind[]> kinds;
    private final TextSource isSpot;
    private final Map<ChargeKind, Integer> codes = new EnumMap<>(ChargeKind.class);
    private final int spot;

    /** @param kinds of the batch */
    PurchaseOptions(Supplier<ChargeKind[]> kinds, TextSource usageTypes, Vocabulary read, Vocabulary written) {
        this.kinds = kinds;
        this.isSpot = TextSource.mapped(
                usageTypes, read, new Vocabulary(), type -> UsageTypes.isSpot(type) ? ChargeText.YES : "");
        for (ChargeKind kind : ChargeKind.values()) {
            codes.put(kind, written.codeOf(option(kind)));
        }
        this.spot = written.codeOf("Spot");
    }

    @Override
    public int[] read(ColumnarBatch batch) {
        ChargeKind[] ofRows = kinds.get();
        int[] spots = isSpot.read(batch);
        int[] options = new int[batch.numRows()];
        for (int row = 0; row < options.length; row++) {
            options[row] = ofRows[row] == ChargeKind.USAGE && spots[row] != Vocabulary.EMPTY
                    ? spot
                    : Objects.requireNonNull(codes.get(ofRows[row]));
        }
        return options;
    }

    private static String option(ChargeKind kind) {
        return switch (kind) {
            case RESERVATION_USAGE, RESERVATION_FEE, RESERVATION_UPFRONT -> "Reserved Instance";
            case SAVINGS_PLAN_USAGE, SAVINGS_PLAN_NEGATION, SAVINGS_PLAN_FEE, SAVINGS_PLAN_UPFRONT -> "Savings Plan";
            case USAGE -> "On Demand";
            case FEE, TAX, CREDIT, REFUND, DISCOUNT, FLAT_RATE, UNKNOWN -> "";
        };
    }
}
