package io.curlake.jobs.insight.showback;

import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits amounts of money by weights, so that the parts are the amount again, to the last of 18 places. */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * The part of each weight, rounded down; what is left over goes to the largest remainders, one unit of the last place each,
     * earlier ones first.
     *
     * @param weights none below zero, not all zero
     */
    static List<BigDecimal> split(BigDecimal amount, List<BigDecimal> weights) {
        BigInteger units = amount.setScale(Money.SCALE).unscaledValue();
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> shares =
                weights.stream().map(w -> w.setScale(scale).unscaledValue()).toList();
        BigInteger whole = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (BigInteger share : shares) {
            BigInteger[] part = units.abs().multiply(share).divideAndRemainder(whole);
            parts.add(part[0]);
            remainders.add(part[1]);
        }
        BigInteger left = units.abs().subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .limit(left.longValueExact())
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts.stream()
                .map(part -> new BigDecimal(units.signum() < 0 ? part.negate() : part, Money.SCALE))
                .toList();
    }
}
