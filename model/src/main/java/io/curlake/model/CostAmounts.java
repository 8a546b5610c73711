package io.curlake.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number of rows of one currency and what they sum to: one exact amount of scale 18 for each {@link CostColumn}, in
 * its order.
 */
public record CostAmounts(long rows, List<BigDecimal> amounts) implements Serializable {
    public static final CostAmounts NONE =
            new CostAmounts(0, Collections.nCopies(CostColumn.values().length, BigDecimal.ZERO.setScale(Money.SCALE)));

    public CostAmounts {
        amounts = List.copyOf(amounts);
        if (amounts.size() != CostColumn.values().length) {
            throw new IllegalArgumentException(
                    amounts.size() + " amounts for " + CostColumn.values().length + " cost columns");
        }
    }

    public BigDecimal amount(CostColumn column) {
        return amounts.get(List.of(CostColumn.values()).indexOf(column));
    }

    public CostAmounts plus(CostAmounts other) {
        return new CostAmounts(
                rows + other.rows,
                IntStream.range(0, amounts.size())
                        .mapToObj(i -> amounts.get(i).add(other.amounts.get(i)))
                        .toList());
    }

    public CostAmounts minus(CostAmounts other) {
        return new CostAmounts(
                rows - other.rows,
                IntStream.range(0, amounts.size())
                        .mapToObj(i -> amounts.get(i).subtract(other.amounts.get(i)))
                        .toList());
    }

    /** No rows, and nothing in any amount. */
    public boolean isZero() {
        return rows == 0 && amounts.stream().allMatch(a -> a.signum() == 0);
    }
}
