package io.curlake.jobs.gold.scan;

import io.curlake.jobs.gold.scan.text.BatchColumns;
import io.curlake.jobs.gold.scan.text.ChargeTexts;
import io.curlake.jobs.gold.scan.text.FileMaps;
import io.curlake.jobs.lineitem.scan.RowMask;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import io.curlake.model.BillingPeriod;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Adds the charges of a file up, in one pass, as some {@link Grouping groupings} want it. */
public final class ChargeScan {
    private final BatchColumns columns = new BatchColumns();
    private final ChargeTexts texts;
    private final ChargeAmounts amounts;
    private final List<GroupScan> scans;
    private final RowMask mask;
    private long position;

    /** @param mask the rows that are not charges of anybody's */
    public ChargeScan(List<Grouping> groupings, BillingPeriod period, FileMaps maps, RowMask mask) {
        this.texts = new ChargeTexts(columns, period, maps);
        this.amounts = new ChargeAmounts(columns);
        this.scans = groupings.stream()
                .map(grouping -> new GroupScan(grouping, texts, amounts))
                .toList();
        this.mask = mask;
    }

    /** The columns of the batches, which the same groupings need in the same order everywhere. */
    public StructType columns() {
        return columns.schema();
    }

    /** Takes the next rows of the file. */
    public void add(ColumnarBatch batch) {
        texts.read(batch);
        amounts.read(batch);
        int[] rows = mask.visible(position, batch.numRows());
        scans.forEach(scan -> scan.add(rows));
        position += batch.numRows();
    }

    /** What was added up, for each grouping. */
    public List<TextGroups> groups() {
        return scans.stream().map(GroupScan::groups).toList();
    }
}
