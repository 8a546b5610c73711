package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.CostAmounts;
import io.curlake.model.FileAmounts;
import io.curlake.model.MoneySums;
import java.math.BigDecimal;
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

    /** The amounts of each currency that has rows. */
    public List<FileAmounts> amounts(int file, Vocabulary currencies) {
        return IntStream.range(0, rows.length)
                .filter(currency -> rows[currency] > 0)
                .mapToObj(currency -> new FileAmounts(file, currencies.text(currency), amounts(currency)))
                .toList();
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
