package io.curlake.jobs.storage.maps;

import java.io.Serializable;

/** How the entries of map columns become numbers; those of a row are combined by exclusive-or. */
public interface MapHash extends Serializable {
    /** @param text UTF-8 */
    long ofText(byte[] text);

    /** Of a value that is null. */
    long ofNothing();

    /**
     * @param column its place in the columns that are read
     * @param key what {@link #ofText} gave
     * @param value likewise
     */
    long ofEntry(int column, long key, long value);
}
