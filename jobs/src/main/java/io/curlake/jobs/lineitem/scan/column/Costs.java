package io.curlake.jobs.lineitem.scan.column;

import io.curlake.model.CostColumn;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The cost columns of a batch as amounts that can be summed: what is absent, NaN or infinite is 0. Remembers which rows
 * have a cost that is no amount.
 */
public final class Costs {
    public static final int COLUMNS = CostColumn.values().length;

    private static final double[] NOTHING = {};

    private final int[] positions;
    private final double[][] amounts = new double[COLUMNS][];
    private final BitSet noAmount = new BitSet();

    private Costs(int[] positions) {
        this.positions = positions;
    }

    /** @param schema the columns of the batches; a cost column that it lacks is 0 in every row */
    public static Costs of(StructType schema) {
        return new Costs(CostColumn.lineItemColumns().stream()
                .mapToInt(Arrays.asList(schema.fieldNames())::indexOf)
                .toArray());
    }

    /** Takes the next batch in place of the one before. */
    public void read(ColumnarBatch batch) {
        noAmount.clear();
        for (int column = 0; column < COLUMNS; column++) {
            amounts[column] = positions[column] < 0 ? NOTHING : amounts(batch, positions[column]);
        }
    }

    /** The amount of each row, or an empty array where all are 0; columns are counted in the order of CostColumn. */
    public double[] amounts(int column) {
        return amounts[column];
    }

    /** Whether a cost of the row is NaN or infinite. */
    public boolean isNoAmount(int row) {
        return noAmount.get(row);
    }

    private double[] amounts(ColumnarBatch batch, int position) {
        ColumnVector column = batch.column(position);
        int rows = batch.numRows();
        if (column instanceof WritableColumnVector vector && vector.isAllNull()) {
            return NOTHING;
        }
        double[] values = column.getDoubles(0, rows);
        if (column.hasNull()) {
            clearNulls(column, values);
        }
        if (!areFinite(values)) {
            clearNoAmounts(values);
        }
        return values;
    }

    private static void clearNulls(ColumnVector column, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (column.isNullAt(row)) {
                values[row] = 0.0;
            }
        }
    }

    private static boolean areFinite(double[] values) {
        boolean finite = true;
        for (double value : values) {
            finite &= Math.abs(value) <= Double.MAX_VALUE;
        }
        return finite;
    }

    private void clearNoAmounts(double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                values[row] = 0.0;
                noAmount.set(row);
            }
        }
    }
}
