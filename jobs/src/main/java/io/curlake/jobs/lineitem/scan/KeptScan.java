package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.scan.sum.CurrencySums;
import io.curlake.jobs.lineitem.scan.sum.TypeCounts;
import io.curlake.model.FileAmounts;
import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * What readers will see of a file: rows and exact cost sums by currency, and rows by usage account and line item type, of
 * the rows that are not masked. Absent values count as in {@link DeliveredScan}.
 */
public final class KeptScan {
    private final RowMask mask;
    private final Costs costs;
    private final TextCodes currency;
    private final TextCodes account;
    private final TextCodes type;
    private final CurrencySums sums = new CurrencySums();
    private final TypeCounts counts = new TypeCounts();
    private long position;

    /** @param schema the columns of the batches: {@link #columns} or fewer */
    public KeptScan(StructType schema, RowMask mask) {
        this.mask = mask;
        this.costs = Costs.of(schema);
        this.currency = text(schema, LineItemColumn.LINE_ITEM_CURRENCY_CODE);
        this.account = text(schema, LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID);
        this.type = text(schema, LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE);
    }

    /** The columns to read. */
    public static StructType columns() {
        return ScanColumns.withCosts(
                LineItemColumn.LINE_ITEM_CURRENCY_CODE,
                LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID,
                LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE);
    }

    /** Takes the next rows of the file. */
    public void add(ColumnarBatch batch) {
        costs.read(batch);
        int[] currencies = currency.read(batch);
        int[] accounts = account.read(batch);
        int[] types = type.read(batch);
        int rows = batch.numRows();
        int row = 0;
        while (row < rows) {
            int start = firstSeen(row, rows);
            int end = firstMasked(start, rows);
            sums.add(currencies, costs, start, end);
            count(accounts, types, start, end);
            row = end;
        }
        position += rows;
    }

    /** Rows and sums of what is seen; nothing for a currency without rows. */
    public List<FileAmounts> amounts(int file) {
        return sums.amounts(file, currency.vocabulary());
    }

    /** The rows that are seen. */
    public Map<AccountAndType, Long> rowsByAccountAndType() {
        return counts.counts(account.vocabulary(), type.vocabulary());
    }

    private int firstSeen(int from, int rows) {
        int row = from;
        while (mask != RowMask.NONE && row < rows && mask.isMasked(position + row)) {
            row++;
        }
        return row;
    }

    private int firstMasked(int from, int rows) {
        if (mask == RowMask.NONE) {
            return rows;
        }
        int row = from;
        while (row < rows && !mask.isMasked(position + row)) {
            row++;
        }
        return row;
    }

    private void count(int[] accounts, int[] types, int from, int to) {
        for (int row = from; row < to; row++) {
            counts.add(accounts[row], types[row], 1);
        }
    }

    private static TextCodes text(StructType schema, LineItemColumn column) {
        return TextCodes.of(schema, column.columnName(), new Vocabulary());
    }
}
