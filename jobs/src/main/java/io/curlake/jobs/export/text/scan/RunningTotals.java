package io.curlake.jobs.export.text.scan;

import io.curlake.model.CostColumn;
import io.curlake.model.MoneySum;
import java.util.List;
import java.util.stream.Stream;

/** The totals of one currency while a file is scanned. */
final class RunningTotals {
    private final String currency;
    private final List<MoneySum> texts = sums();
    private final List<MoneySum> doubles = sums();
    private long rows;

    RunningTotals(String currency) {
        this.currency = currency;
    }

    private static List<MoneySum> sums() {
        return Stream.generate(MoneySum::new).limit(CostColumn.values().length).toList();
    }

    void addRow() {
        rows++;
    }

    void add(Amount[] amounts) {
        rows++;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i].addTo(texts.get(i), doubles.get(i));
        }
    }

    ScannedTotals totals() {
        return new ScannedTotals(
                currency,
                rows,
                texts.stream().map(MoneySum::total).toList(),
                doubles.stream().map(MoneySum::total).toList());
    }
}
