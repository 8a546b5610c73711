package io.curlake.jobs.lineitem.scan.column;

import io.curlake.jobs.lineitem.TagsHash;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The {@link TagsHash} of each row of a batch. */
public final class TagHashes {
    private final int[] positions;
    private final TextHashes keys = new TextHashes();
    private final TextHashes values = new TextHashes();
    private long[] hashes = {};

    private TagHashes(int[] positions) {
        this.positions = positions;
    }

    /** @param schema the columns of the batches; a column that it lacks has no entry in any row */
    public static TagHashes of(StructType schema) {
        return new TagHashes(TagsHash.COLUMNS.stream()
                .mapToInt(column -> Arrays.asList(schema.fieldNames()).indexOf(column.columnName()))
                .toArray());
    }

    /** The hash of each row, in an array that the next batch overwrites and that may be longer than the batch. */
    public long[] read(ColumnarBatch batch) {
        int rows = batch.numRows();
        if (hashes.length < rows) {
            hashes = new long[rows];
        }
        Arrays.fill(hashes, 0, rows, 0L);
        for (int column = 0; column < positions.length; column++) {
            if (positions[column] >= 0) {
                add(TagsHash.ofColumn(column), (WritableColumnVector) batch.column(positions[column]), rows);
            }
        }
        return hashes;
    }

    private void add(long ofColumn, WritableColumnVector maps, int rows) {
        if (maps.isAllNull()) {
            return;
        }
        int entries = entries(maps, rows);
        long[] ofKeys = keys.read(maps.getChild(0), entries);
        long[] ofValues = values.read(maps.getChild(1), entries);
        for (int row = 0; row < rows; row++) {
            if (!maps.isNullAt(row)) {
                int first = maps.getArrayOffset(row);
                int end = first + maps.getArrayLength(row);
                long hash = hashes[row];
                for (int entry = first; entry < end; entry++) {
                    hash ^= TagsHash.ofEntry(ofColumn, ofKeys[entry], ofValues[entry]);
                }
                hashes[row] = hash;
            }
        }
    }

    /** How many entries the children of a batch hold: they lie row after row. */
    private static int entries(WritableColumnVector maps, int rows) {
        for (int row = rows - 1; row >= 0; row--) {
            if (!maps.isNullAt(row)) {
                return maps.getArrayOffset(row) + maps.getArrayLength(row);
            }
        }
        return 0;
    }
}
