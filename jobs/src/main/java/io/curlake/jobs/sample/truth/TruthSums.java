package io.curlake.jobs.sample.truth;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.CostColumn;
import io.curlake.model.LineItemColumn;
import io.curlake.model.MoneySum;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/** Rows and the exact sum of every cost column. */
final class TruthSums implements Serializable {
    private static final LineItemColumn[] COLUMNS = Arrays.stream(CostColumn.values())
            .map(column -> LineItemColumn.named(column.columnName()).orElseThrow())
            .toArray(LineItemColumn[]::new);

    private long rows;
    private final MoneySum[] sums = new MoneySum[COLUMNS.length];

    TruthSums() {
        Arrays.setAll(sums, i -> new MoneySum());
    }

    void add(LineItem item) {
        rows++;
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(item.number(COLUMNS[i]));
        }
    }

    void add(TruthSums other) {
        rows += other.rows;
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(other.sums[i]);
        }
    }

    long rows() {
        return rows;
    }

    /** In the order of {@link CostColumn}. */
    BigDecimal total(int column) {
        return sums[column].total();
    }
}
