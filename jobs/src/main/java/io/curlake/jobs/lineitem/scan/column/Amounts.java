package io.curlake.jobs.lineitem.scan.column;

import java.util.BitSet;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** A column of a batch as amounts that can be summed: what is absent, NaN or infinite is 0. */
public final class Amounts {
    private static final double[] NOTHING = {};

    private final int position;

    private Amounts(int position) {
        this.position = position;
    }

    /** @param position of the column in the batches; negative where they lack it: then every amount is 0 */
    public static Amounts at(int position) {
        return new Amounts(position);
    }

    /** The amount of each row, or an empty array where all are 0. */
    public double[] read(ColumnarBatch batch) {
        return read(batch, new BitSet());
    }

    /** The same, telling the rows whose value is NaN or infinite. */
    double[] read(ColumnarBatch batch, BitSet noAmount) {
        if (position < 0) {
            return NOTHING;
        }
        ColumnVector column = batch.column(position);
        if (column instanceof WritableColumnVector vector && vector.isAllNull()) {
            return NOTHING;
        }
        double[] values = column.getDoubles(0, batch.numRows());
        if (column.hasNull()) {
            clearNulls(column, values);
        }
        if (!areFinite(values)) {
            clearNoAmounts(values, noAmount);
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

    private static void clearNoAmounts(double[] values, BitSet noAmount) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                values[row] = 0.0;
                noAmount.set(row);
            }
        }
    }
}
