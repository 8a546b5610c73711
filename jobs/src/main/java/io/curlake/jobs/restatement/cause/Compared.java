package io.curlake.jobs.restatement.cause;

import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;

/** The same in two deliveries. */
public record Compared(DeliveredSum before, DeliveredSum after) {
    public static final Compared NONE = new Compared(DeliveredSum.NONE, DeliveredSum.NONE);

    public Compared plus(Compared other) {
        return new Compared(before.plus(other.before), after.plus(other.after));
    }

    /** Whether anything is not as it was. */
    public boolean isChanged() {
        return !isSameCost() || hasOtherTags();
    }

    boolean hasOtherTags() {
        return before.tags() != after.tags();
    }

    /** As many rows, which cost the same to the last decimal. */
    boolean isSameCost() {
        return change().isZero();
    }

    boolean isOnBothSides() {
        return before.rows() > 0 && after.rows() > 0;
    }

    boolean isSameNumberOfRows() {
        return before.rows() == after.rows();
    }

    BigDecimal change(CostColumn column) {
        return change().amount(column);
    }

    /** After minus before. */
    private CostAmounts change() {
        return after.costs().minus(before.costs());
    }
}
