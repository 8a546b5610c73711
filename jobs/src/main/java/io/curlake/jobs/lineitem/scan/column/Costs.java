package io.curlake.jobs.lineitem.scan.column;

import io.curlake.model.CostColumn;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The cost columns of a batch as amounts that can be summed: what is absent, NaN or infinite is 0. Remembers which rows
 * have a cost that is no amount.
 */
public final class Costs {
    public static final int COLUMNS = CostColumn.values().length;

    private final Amounts[] columns;
    private final double[][] amounts = new double[COLUMNS][];
    private final BitSet noAmount = new BitSet();

    private Costs(Amounts[] columns) {
        this.columns = columns;
    }

    /** @param schema the columns of the batches; a cost column that it lacks is 0 in every row */
    public static Costs of(StructType schema) {
        return new Costs(CostColumn.lineItemColumns().stream()
                .map(Arrays.asList(schema.fieldNames())::indexOf)
                .map(Amounts::at)
                .toArray(Amounts[]::new));
    }

    /** Takes the next batch in place of the one before. */
    public void read(ColumnarBatch batch) {
        noAmount.clear();
        for (int column = 0; column < COLUMNS; column++) {
            amounts[column] = columns[column].read(batch, noAmount);
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
}
