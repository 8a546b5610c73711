package io.curlake.jobs.lineitem.scan;

import java.util.stream.IntStream;

/** Which rows of a file readers do not see. */
public interface RowMask {
    /** Masks nothing. */
    RowMask NONE = position -> false;

    /** @param position of the row in its file, counted from 0 */
    boolean isMasked(long position);

    /**
     * The rows of a batch that readers see, counted from 0 in the batch.
     *
     * @param start the position of the batch's first row
     */
    default int[] visible(long start, int rows) {
        IntStream all = IntStream.range(0, rows);
        return equals(NONE)
                ? all.toArray()
                : all.filter(row -> !isMasked(start + row)).toArray();
    }
}
