package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.ExitCode;
import io.curlake.model.FileAmounts;
import io.curlake.model.MoneySums;
import io.curlake.model.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows and exact sums of the cost columns, by the codes of the currencies. */
public final class CurrencySums {
    private final MoneySums sums = new MoneySums(Costs.COLUMNS);
    private long[] rows = {};

    /** Adds the batch's rows from one to another, which is exclusive. */
    public void add(int[] currencies, Costs costs, int from, int to) {
        int start = from;
        while (start < to) {
            int currency = currencies[start];
            int end = start + 1;
            while (end < to && currencies[end] == currency) {
                end++;
            }
            addRows(currency, end - start);
            for (int column = 0; column < Costs.COLUMNS; column++) {
                double[] amounts = costs.amounts(column);
                if (amounts.length > 0) {
                    sums.add(currency * Costs.COLUMNS + column, amounts, start, end);
                }
            }
            start = end;
        }
    }

    /** Adds rows that were summed elsewhere, whose sums begin at {@code first}. */
    void add(int currency, long count, MoneySums others, int first) {
        addRows(currency, count);
        for (int column = 0; column < Costs.COLUMNS; column++) {
            sums.add(currency * Costs.COLUMNS + column, others, first + column);
        }
    }

    /** The amounts of each currency that has rows; refuses an amount that no table can hold. */
    public List<FileAmounts> amounts(int file, Vocabulary currencies) {
        return IntStream.range(0, rows.length)
                .filter(currency -> rows[currency] > 0)
                .mapToObj(currency -> {
                    refuseTooLarge(sums, currency, file);
                    return new FileAmounts(file, currencies.text(currency), amounts(currency));
                })
                .toList();
    }

    /** Refuses costs beyond DECIMAL(38,18), of which there are six from {@code group} times six on. */
    static void refuseTooLarge(MoneySums sums, int group, int file) {
        for (int column = 0; column < Costs.COLUMNS; column++) {
            int sum = group * Costs.COLUMNS + column;
            if (!sums.fits(sum)) {
                throw new Refusal(
                        ExitCode.DELIVERY_UNREADABLE,
                        "Cannot sum " + CostColumn.lineItemColumns().get(column) + " of data file " + file
                                + ": it comes to "
                                + sums.total(sum).round(new MathContext(3))
                                + ", more than DECIMAL(38,18) holds. Ask AWS support to deliver the period again.");
            }
        }
    }

    private CostAmounts amounts(int currency) {
        List<BigDecimal> totals = IntStream.range(0, Costs.COLUMNS)
                .mapToObj(column -> sums.total(currency * Costs.COLUMNS + column))
                .toList();
        return new CostAmounts(rows[currency], totals);
    }

    private void addRows(int currency, long count) {
        if (currency >= rows.length) {
            rows = Arrays.copyOf(rows, currency + 1);
        }
        rows[currency] += count;
    }
}
