package io.curlake.jobs.restatement.cause;

import io.curlake.model.CostColumn;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide a changed key's {@link Cause}: the first that holds, in the order of the causes. They judge the whole
 * charge that the key is of, so that an invoice id that appears while something else happens does not hide it.
 *
 * @param lastDay the newest day with usage in the delivery before; null where it has none
 * @param restatedOn the day on which the delivery after became known, UTC
 */
public record CauseRules(@Nullable LocalDate lastDay, LocalDate restatedOn) implements Serializable {
    /** A row's share of what adding up in another order may change. */
    static final BigDecimal ROUNDING_OF_A_ROW = new BigDecimal("0.000001");

    /** For so many days after it a month's last day counts as unfinished: AWS delivers within two. */
    static final int DAYS_TO_FINISH = 2;

    /** Why a key of those that changed is not as it was. */
    public Cause cause(CostKey key, ProductDay product) {
        return Arrays.stream(Cause.values())
                .filter(cause -> isCause(cause, key, product))
                .findFirst()
                .orElse(Cause.REPRICED);
    }

    private boolean isCause(Cause cause, CostKey key, ProductDay product) {
        Compared own = product.changed().getOrDefault(key, Compared.NONE);
        Compared charge = product.charge(key);
        String type = key.type();
        return switch (cause) {
            case INVOICED -> !own.isSameCost() && charge.isSameCost();
            case TAGS -> own.isSameCost();
            case UNKNOWN_TYPE -> !LineItemFamily.isKnown(type);
            case ROUNDING -> charge.isSameNumberOfRows() && isNearlySameCost(charge);
            case NEW_CHARGES -> isOfUnfinishedDay(key);
            case REGROUPED -> charge.isOnBothSides() && isNearlySameCost(charge);
            case CREDIT -> LineItemFamily.CREDIT.holds(type);
            case REFUND -> LineItemFamily.REFUND.holds(type);
            case TAX -> LineItemFamily.TAX.holds(type);
            case DISCOUNT -> LineItemFamily.DISCOUNT.holds(type);
            case REALLOCATED ->
                LineItemFamily.NEGATION.holds(type)
                        || isCoveredOtherwise(type, product)
                        || isOtherEffectiveCostOnly(charge);
            case FEE -> LineItemFamily.FEE.holds(type);
            case LATE_USAGE -> charge.after().rows() > charge.before().rows();
            case GONE -> charge.after().rows() == 0;
            case REPRICED -> true;
        };
    }

    /** Each cost differs by less than {@link #ROUNDING_OF_A_ROW} for each row. */
    private static boolean isNearlySameCost(Compared charge) {
        BigDecimal bound =
                rounding(Math.max(charge.before().rows(), charge.after().rows()));
        return Arrays.stream(CostColumn.values())
                .allMatch(column -> charge.change(column).abs().compareTo(bound) < 0);
    }

    /**
     * A day after the last that the delivery before had usage on, or that last one: while a month is open it fills from
     * delivery to delivery. A month's last day stays its last, so it counts for {@link #DAYS_TO_FINISH} days only.
     */
    private boolean isOfUnfinishedDay(CostKey key) {
        LocalDate day = key.day();
        if (day == null) {
            return false;
        }
        return lastDay == null || day.isAfter(lastDay) || (day.equals(lastDay) && fills(day));
    }

    private boolean fills(LocalDate day) {
        return !day.equals(YearMonth.from(day).atEndOfMonth())
                || ChronoUnit.DAYS.between(day, restatedOn) <= DAYS_TO_FINISH;
    }

    /** As much usage of the product at public prices as before, but charged by other line items. */
    private static boolean isCoveredOtherwise(String type, ProductDay product) {
        BigDecimal bound = rounding(product.rows());
        return LineItemFamily.USAGE.holds(type)
                && product.moreUsage().abs().compareTo(bound) < 0
                && product.movedUsage().compareTo(bound) > 0;
    }

    private static boolean isOtherEffectiveCostOnly(Compared charge) {
        return charge.isSameNumberOfRows()
                && Arrays.stream(CostColumn.values())
                        .filter(column -> !isEffective(column))
                        .allMatch(column -> charge.change(column).signum() == 0);
    }

    private static boolean isEffective(CostColumn column) {
        return switch (column) {
            case RESERVATION_EFFECTIVE, SAVINGS_PLAN_EFFECTIVE -> true;
            case UNBLENDED, NET_UNBLENDED, BLENDED, PUBLIC_ON_DEMAND -> false;
        };
    }

    private static BigDecimal rounding(long rows) {
        return ROUNDING_OF_A_ROW.multiply(BigDecimal.valueOf(rows));
    }
}
