package io.curlake.jobs.gold.scan;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.Arithmetic;
import io.curlake.model.LineItemColumn;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** An {@link Amount} as terms that are added one by one: of exact sums it does not matter in which order. */
record Terms(List<Plain> plain, List<Share> shares) implements Serializable {
    private static final Terms NONE = new Terms(List.of(), List.of());

    /**
     * A column, added or subtracted.
     *
     * @param sign 1 or -1
     */
    record Plain(LineItemColumn column, int sign) implements Serializable {}

    /** What {@link Amount.Share} gives, added or subtracted. */
    record Share(Terms amount, Terms part, Terms whole, int sign) implements Serializable {}

    static Terms of(Amount amount) {
        return amount.by(new Expansion());
    }

    private Terms plus(Terms more) {
        return new Terms(
                Stream.concat(plain.stream(), more.plain.stream()).toList(),
                Stream.concat(shares.stream(), more.shares.stream()).toList());
    }

    private Terms negated() {
        return new Terms(
                plain.stream()
                        .map(term -> new Plain(term.column(), -term.sign()))
                        .toList(),
                shares.stream()
                        .map(term -> new Share(term.amount(), term.part(), term.whole(), -term.sign()))
                        .toList());
    }

    /** The columns of all terms. */
    Stream<LineItemColumn> columns() {
        return Stream.concat(
                plain.stream().map(Plain::column),
                shares.stream()
                        .flatMap(share -> Stream.of(share.amount(), share.part(), share.whole())
                                .flatMap(Terms::columns)));
    }

    private record Expansion() implements Arithmetic<Terms> {
        @Override
        public Terms zero() {
            return NONE;
        }

        @Override
        public Terms of(LineItemColumn column) {
            return new Terms(List.of(new Plain(column, 1)), List.of());
        }

        @Override
        public Terms sum(Terms one, Terms other) {
            return one.plus(other);
        }

        @Override
        public Terms difference(Terms from, Terms subtracted) {
            return from.plus(subtracted.negated());
        }

        @Override
        public Terms share(Amount.Share share) {
            Share term = new Share(
                    share.amount().by(this),
                    share.part().by(this),
                    share.whole().by(this),
                    1);
            return new Terms(List.of(), List.of(term));
        }
    }
}
