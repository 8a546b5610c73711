package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import io.curlake.jobs.lineitem.scan.sum.GrainReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * What readers will see of a file: rows and exact cost sums, by the grain of the table {@code delivered_cost}, of the rows
 * that are not masked. Absent values count as in {@link DeliveredScan}.
 */
public final class KeptScan {
    private final RowMask mask;
    private final Costs costs;
    private final GrainReader grain;
    private long position;

    /** @param schema the columns of the batches: {@link #columns} or fewer */
    public KeptScan(StructType schema, RowMask mask) {
        this.mask = mask;
        this.costs = Costs.of(schema);
        this.grain = new GrainReader(schema);
    }

    /** The columns to read. */
    public static StructType columns() {
        return ScanColumns.withCosts(GrainReader.columns());
    }

    /**
     * Takes the next rows of the file.
     *
     * @param tagHashes the {@link io.curlake.jobs.lineitem.TagsHash} of each row
     */
    public void add(ColumnarBatch batch, long[] tagHashes) {
        costs.read(batch);
        grain.read(batch);
        int rows = batch.numRows();
        for (int row : mask.visible(position, rows)) {
            grain.add(costs, row, tagHashes[row]);
        }
        position += rows;
    }

    /** The rows that are seen. */
    public CostGroups groups() {
        return grain.groups();
    }
}
