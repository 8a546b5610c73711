package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.lineitem.scan.column.Times;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.BillingPeriod;
import io.curlake.model.LineItemColumn;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The UTC days that usage began on, as days since 1970. */
final class Days {
    private final Times starts;
    private final long first;
    private final long next;
    private int[] days = {};

    Days(BatchColumns columns, BillingPeriod period) {
        this.starts = Times.at(columns.position(LineItemColumn.LINE_ITEM_USAGE_START_DATE));
        this.first = period.month().atDay(1).toEpochDay();
        this.next = period.month().plusMonths(1).atDay(1).toEpochDay();
    }

    /** The day of each row. */
    int[] read(ColumnarBatch batch) {
        days = starts.readDays(batch);
        return days;
    }

    /** Of the batch that was read last: whether a row's day is of another month. No day is of none. */
    TextSource outOfPeriod(Vocabulary vocabulary) {
        int yes = vocabulary.codeOf(ChargeText.YES);
        return batch -> {
            int[] codes = new int[days.length];
            for (int row = 0; row < codes.length; row++) {
                boolean isOutside = days[row] != Times.NO_DAY && (days[row] < first || days[row] >= next);
                codes[row] = isOutside ? yes : Vocabulary.EMPTY;
            }
            return codes;
        };
    }
}
