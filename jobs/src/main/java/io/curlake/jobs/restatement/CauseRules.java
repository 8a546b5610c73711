package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * The rules that decide a changed key's {@link Cause}: the first that matches, in the order of the causes. They judge
 * the whole charge that the key is of ({@link Charges}), so that an invoice id that appears while something else
 * happens does not hide it.
 */
final class CauseRules {
    /** The newest day with usage in the delivery before; null where it has none. */
    static final String LAST_DAY = "_last_day";

    static final String RESTATED_AT = "restated_at";

    /** A row's share of what adding up in another order may change. */
    static final BigDecimal ROUNDING_OF_A_ROW = new BigDecimal("0.000001");

    /** For so many days after it a month's last day counts as unfinished: AWS delivers within two. */
    static final int DAYS_TO_FINISH = 2;

    private CauseRules() {}

    /** The column {@code cause}. */
    static Column cause() {
        Column[] matches = rules().entrySet().stream()
                .map(rule -> when(rule.getValue(), rule.getKey().value()))
                .toArray(Column[]::new);
        return coalesce(coalesce(matches), lit(Cause.REPRICED.value()));
    }

    private static Map<Cause, Column> rules() {
        Map<Cause, Column> rules = new EnumMap<>(Cause.class);
        rules.put(Cause.INVOICED, keyMoved().and(sameRows()).and(sameCosts()));
        rules.put(Cause.TAGS, not(keyMoved()));
        rules.put(Cause.UNKNOWN_TYPE, not(LineItemFamily.known()));
        rules.put(Cause.ROUNDING, sameRows().and(nearlySameCosts()));
        rules.put(Cause.NEW_CHARGES, unfinishedDay());
        rules.put(Cause.REGROUPED, isOnBothSides().and(nearlySameCosts()));
        rules.put(Cause.CREDIT, LineItemFamily.CREDIT.holds());
        rules.put(Cause.REFUND, LineItemFamily.REFUND.holds());
        rules.put(Cause.TAX, LineItemFamily.TAX.holds());
        rules.put(Cause.DISCOUNT, LineItemFamily.DISCOUNT.holds());
        rules.put(
                Cause.REALLOCATED,
                LineItemFamily.NEGATION.holds().or(coveredOtherwise()).or(otherEffectiveCostOnly()));
        rules.put(Cause.FEE, LineItemFamily.FEE.holds());
        rules.put(Cause.LATE_USAGE, col(Charges.ROWS_AFTER).gt(col(Charges.ROWS_BEFORE)));
        rules.put(Cause.GONE, col(Charges.ROWS_AFTER).equalTo(0));
        return rules;
    }

    /** Whether the key itself changed in more than its tags. */
    private static Column keyMoved() {
        return Arrays.stream(CostColumn.values())
                .map(column -> Comparison.difference(column).notEqual(BigDecimal.ZERO))
                .reduce(col("rows_before").notEqual(col("rows_after")), Column::or);
    }

    private static Column sameRows() {
        return col(Charges.ROWS_BEFORE).equalTo(col(Charges.ROWS_AFTER));
    }

    private static Column isOnBothSides() {
        return col(Charges.ROWS_BEFORE).gt(0).and(col(Charges.ROWS_AFTER).gt(0));
    }

    private static Column sameCosts() {
        return Arrays.stream(CostColumn.values())
                .map(column -> Charges.difference(column).equalTo(BigDecimal.ZERO))
                .reduce(Column::and)
                .orElseThrow();
    }

    /** Each cost differs by less than {@link #ROUNDING_OF_A_ROW} for each row. */
    private static Column nearlySameCosts() {
        Column bound = rounding(greatest(col(Charges.ROWS_BEFORE), col(Charges.ROWS_AFTER)));
        return Arrays.stream(CostColumn.values())
                .map(column -> abs(Charges.difference(column)).lt(bound))
                .reduce(Column::and)
                .orElseThrow();
    }

    /**
     * A day after the last that the delivery before had usage on, or that last one: while a month is open it fills from
     * delivery to delivery. A month's last day stays its last, so it counts for {@link #DAYS_TO_FINISH} days only.
     */
    private static Column unfinishedDay() {
        Column day = col("usage_date");
        Column last = col(LAST_DAY);
        Column fills = day.notEqual(last_day(day))
                .or(datediff(to_date(col(RESTATED_AT)), day).leq(DAYS_TO_FINISH));
        return day.isNotNull()
                .and(last.isNull().or(day.gt(last)).or(day.equalTo(last).and(fills)));
    }

    /** As much usage of the product at public prices as before, but charged by other line items. */
    private static Column coveredOtherwise() {
        Column bound = rounding(col(Charges.PRODUCT_ROWS));
        return LineItemFamily.USAGE
                .holds()
                .and(abs(col(Charges.MORE_USAGE)).lt(bound))
                .and(col(Charges.MOVED_USAGE).gt(bound));
    }

    private static Column otherEffectiveCostOnly() {
        return Arrays.stream(CostColumn.values())
                .filter(column -> !isEffective(column))
                .map(column -> Charges.difference(column).equalTo(BigDecimal.ZERO))
                .reduce(sameRows(), Column::and);
    }

    private static boolean isEffective(CostColumn column) {
        return switch (column) {
            case RESERVATION_EFFECTIVE, SAVINGS_PLAN_EFFECTIVE -> true;
            case UNBLENDED, NET_UNBLENDED, BLENDED, PUBLIC_ON_DEMAND -> false;
        };
    }

    private static Column rounding(Column rows) {
        return lit(ROUNDING_OF_A_ROW).multiply(rows);
    }
}
