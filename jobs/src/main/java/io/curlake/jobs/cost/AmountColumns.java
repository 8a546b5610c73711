package io.curlake.jobs.cost;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * Amounts as Spark columns over line items: row by row, or added up. Rows need a column {@link #KIND}; see {@link #kind}.
 */
public final class AmountColumns {
    /** Says of which {@link ChargeKind} a row is. */
    public static final String KIND = "_kind";

    private AmountColumns() {}

    /** The column {@link #KIND}. */
    public static Column kind() {
        return KindColumn.of(
                        text(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE),
                        text(LineItemColumn.RESERVATION_RESERVATION_A_R_N))
                .as(KIND);
    }

    /** Whether a row is of one of the kinds. */
    public static Column isOf(ChargeKind... kinds) {
        return col(KIND).isin(Arrays.stream(kinds).map(ChargeKind::code).toArray());
    }

    /** The amount of each row, DECIMAL(38,18). */
    public static Column ofRow(Function<ChargeKind, Amount> rule) {
        return byKind(rule, new DecimalColumns());
    }

    /** The sum over rows, as an aggregate, DECIMAL(38,18). */
    public static Column ofRows(Function<ChargeKind, Amount> rule) {
        return MoneyColumns.total(
                sum(byKind(rule, new PartColumns(MoneyColumns.Part.WHOLE))),
                sum(byKind(rule, new PartColumns(MoneyColumns.Part.BILLIONTHS))),
                sum(byKind(rule, new PartColumns(MoneyColumns.Part.BILLIONTHS_OF_BILLIONTHS))));
    }

    /** Rules treat most kinds alike: what most of them cost comes last, so that it is written once. */
    private static Column byKind(Function<ChargeKind, Amount> rule, Arithmetic<Column> arithmetic) {
        Map<Amount, List<Integer>> kinds = Arrays.stream(ChargeKind.values())
                .collect(Collectors.groupingBy(
                        rule, LinkedHashMap::new, Collectors.mapping(ChargeKind::code, Collectors.toList())));
        Amount usual = Collections.max(
                        kinds.entrySet(), Map.Entry.comparingByValue(Comparator.comparingInt(List::size)))
                .getKey();
        Column column = usual.by(arithmetic);
        for (Map.Entry<Amount, List<Integer>> entry : kinds.entrySet()) {
            if (!entry.getKey().equals(usual)) {
                column = when(
                                col(KIND).isin(entry.getValue().toArray()),
                                entry.getKey().by(arithmetic))
                        .otherwise(column);
            }
        }
        return column;
    }

    private static Column text(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(""));
    }

    private static Column present(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(0.0));
    }

    private record DecimalColumns() implements Arithmetic<Column> {
        @Override
        public Column zero() {
            return MoneyColumns.ZERO;
        }

        @Override
        public Column of(LineItemColumn column) {
            return MoneyColumns.decimal(present(column));
        }

        @Override
        public Column sum(Column one, Column other) {
            return ExactAmounts.plus(one, other);
        }

        @Override
        public Column difference(Column from, Column subtracted) {
            return ExactAmounts.minus(from, subtracted);
        }

        @Override
        public Column share(Amount.Share share) {
            return MoneyColumns.share(
                    share.amount().by(this),
                    share.part().by(this),
                    share.whole().by(this));
        }
    }

    private record PartColumns(MoneyColumns.Part part) implements Arithmetic<Column> {
        @Override
        public Column zero() {
            return lit(0L);
        }

        @Override
        public Column of(LineItemColumn column) {
            return MoneyColumns.part(part, present(column));
        }

        @Override
        public Column sum(Column one, Column other) {
            return one.plus(other);
        }

        @Override
        public Column difference(Column from, Column subtracted) {
            return from.minus(subtracted);
        }

        @Override
        public Column share(Amount.Share share) {
            return MoneyColumns.partOfDecimal(part, new DecimalColumns().share(share));
        }
    }
}
