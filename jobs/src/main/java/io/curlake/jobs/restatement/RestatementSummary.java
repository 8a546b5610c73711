package io.curlake.jobs.restatement;

import io.curlake.jobs.cost.amount.SignedMoney;
import io.curlake.jobs.restatement.cause.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a delivery changed of the one before, in a line.
 *
 * @param since the id of the delivery before
 */
public record RestatementSummary(String since, List<InCurrency> currencies) {
    /**
     * The changes in one currency: on days that were over, and on days that the delivery before had not finished.
     *
     * @param moved unblended cost, net, of the causes that {@link Cause#moves move} it
     * @param added unblended cost of new charges
     */
    public record InCurrency(
            String currency,
            long earlierDays,
            BigDecimal moved,
            long newDays,
            BigDecimal added,
            List<CauseTotal> causes) {
        public InCurrency {
            causes = List.copyOf(causes);
        }
    }

    public RestatementSummary {
        currencies = List.copyOf(currencies);
    }

    /**
     * Sums one restatement up: one Spark action.
     *
     * @param restatement what {@link Restatements#between} gave
     */
    public static RestatementSummary of(String since, Dataset<Row> restatement) {
        return of(since, DailyChange.of(restatement));
    }

    static RestatementSummary of(String since, List<DailyChange> changes) {
        return new RestatementSummary(
                since,
                changes.stream()
                        .map(DailyChange::currency)
                        .distinct()
                        .map(currency -> inCurrency(
                                currency,
                                changes.stream()
                                        .filter(change -> change.currency().equals(currency))
                                        .toList()))
                        .toList());
    }

    private static InCurrency inCurrency(String currency, List<DailyChange> changes) {
        Predicate<Cause> isNew = cause -> cause == Cause.NEW_CHARGES;
        return new InCurrency(
                currency,
                days(changes, Cause::moves),
                unblended(changes, Cause::moves),
                days(changes, isNew),
                unblended(changes, isNew),
                CauseTotal.of(changes));
    }

    private static long days(List<DailyChange> changes, Predicate<Cause> which) {
        return changes.stream()
                .filter(change -> which.test(change.cause()))
                .map(DailyChange::day)
                .distinct()
                .count();
    }

    private static BigDecimal unblended(List<DailyChange> changes, Predicate<Cause> which) {
        return changes.stream()
                .filter(change -> which.test(change.cause()))
                .map(DailyChange::unblended)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** "restated since 6b62…: −12.34 USD on 3 earlier days (refund −10.00, late usage −2.34); 4 new days +1,234.56 USD". */
    public String words() {
        List<String> parts = new ArrayList<>();
        for (InCurrency in : currencies) {
            if (in.earlierDays() > 0) {
                parts.add(SignedMoney.of(in.moved()) + " " + in.currency() + " on "
                        + counted(in.earlierDays(), "earlier day") + " (" + moving(in) + ")");
            }
            if (in.newDays() > 0) {
                parts.add(counted(in.newDays(), "new day") + " " + SignedMoney.of(in.added()) + " " + in.currency());
            }
        }
        parts.addAll(harmless());
        return "restated since " + since + ": " + (parts.isEmpty() ? "nothing changed" : String.join("; ", parts));
    }

    private static String moving(InCurrency in) {
        return in.causes().stream()
                .filter(total -> total.cause().moves())
                .sorted(Comparator.comparing(
                                (CauseTotal total) -> total.unblended().abs())
                        .reversed())
                .map(total -> total.cause().words() + " " + SignedMoney.of(total.unblended()))
                .collect(Collectors.joining(", "));
    }

    private List<String> harmless() {
        List<CauseTotal> totals =
                currencies.stream().flatMap(in -> in.causes().stream()).toList();
        List<String> parts = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            long keys = totals.stream()
                    .filter(total -> total.cause() == cause)
                    .mapToLong(CauseTotal::keys)
                    .sum();
            if (cause.isHarmless() && keys > 0) {
                parts.add(cause.words() + " on " + counted(keys, "key"));
            }
        }
        return parts;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
