package io.curlake.jobs.gold.scan;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.gold.scan.text.BatchColumns;
import io.curlake.jobs.lineitem.scan.column.Amounts;
import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The amounts of the charges of a batch. */
final class ChargeAmounts {
    private static final double[] NOTHING = {};
    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Money.SCALE);

    private final BatchColumns columns;
    private final Map<LineItemColumn, Amounts> sources = new EnumMap<>(LineItemColumn.class);
    private final Map<LineItemColumn, double[]> batch = new EnumMap<>(LineItemColumn.class);

    ChargeAmounts(BatchColumns columns) {
        this.columns = columns;
    }

    /** Has a column read from the next batch on. */
    void require(LineItemColumn column) {
        sources.computeIfAbsent(column, c -> Amounts.at(columns.position(c)));
    }

    /** Takes the next batch in place of the one before. */
    void read(ColumnarBatch next) {
        sources.forEach((column, source) -> batch.put(column, source.read(next)));
    }

    /** The amount of each row, or an empty array where all are 0. */
    double[] of(LineItemColumn column) {
        return batch.getOrDefault(column, NOTHING);
    }

    BigDecimal of(Terms.Share share, int row) {
        BigDecimal amount = Amount.Share.of(of(share.amount(), row), of(share.part(), row), of(share.whole(), row));
        return share.sign() < 0 ? amount.negate() : amount;
    }

    private BigDecimal of(Terms terms, int row) {
        BigDecimal amount = ZERO;
        for (Terms.Plain term : terms.plain()) {
            double[] values = of(term.column());
            if (values.length > 0) {
                BigDecimal value = Money.of(values[row]);
                amount = term.sign() < 0 ? amount.subtract(value) : amount.add(value);
            }
        }
        for (Terms.Share term : terms.shares()) {
            amount = amount.add(of(term, row));
        }
        return amount;
    }
}
