package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.sum.CurrencySums;
import io.curlake.model.FileAmounts;
import io.curlake.model.LineItemColumn;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * What a file holds: rows and exact cost sums by currency. Knows no accounts and rejects nothing. An absent currency is
 * '', an absent cost 0; NaN and infinities count as nothing.
 */
public final class DeliveredScan {
    private final Vocabulary currencies = new Vocabulary();
    private final TextCodes currency;
    private final Costs costs;
    private final CurrencySums sums = new CurrencySums();

    /** @param schema the columns of the batches: {@link #columns} or fewer */
    public DeliveredScan(StructType schema) {
        this.currency = TextCodes.of(schema, LineItemColumn.LINE_ITEM_CURRENCY_CODE.columnName(), currencies);
        this.costs = Costs.of(schema);
    }

    /** The columns to read. */
    public static StructType columns() {
        return ScanColumns.withCosts(LineItemColumn.LINE_ITEM_CURRENCY_CODE);
    }

    /** Takes the next rows of the file. */
    public void add(ColumnarBatch batch) {
        costs.read(batch);
        sums.add(currency.read(batch), costs, 0, batch.numRows());
    }

    /** Rows and sums of what was taken; nothing for a currency without rows. */
    public List<FileAmounts> amounts(int file) {
        return sums.amounts(file, currencies);
    }
}
