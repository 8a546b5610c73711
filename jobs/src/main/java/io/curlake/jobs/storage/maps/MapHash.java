package io.curlake.jobs.storage.maps;

import java.io.Serializable;

/** How the entries of map columns become numbers; those of a row are combined by exclusive-or. */
public interface MapHash extends Serializable {
    /** @param text UTF-8 */
    long ofText(byte[] text);

    /** Of a value that is null. */
    long ofNothing();

    /**
     * What the entries of a column have in common.
     *
     * @param column its place in the columns that are read
     */
    long ofColumn(int column);

    /**
     * @param column what {@link #ofColumn} gave
     * @param key what {@link #ofText} gave
     * @param value likewise
     */
    long ofEntry(long column, long key, long value);
}
