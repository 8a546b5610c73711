package io.curlake.jobs.lineitem.scan;

/** Which rows of a file readers do not see. */
public interface RowMask {
    /** Masks nothing. */
    RowMask NONE = position -> false;

    /** @param position of the row in its file, counted from 0 */
    boolean isMasked(long position);
}
