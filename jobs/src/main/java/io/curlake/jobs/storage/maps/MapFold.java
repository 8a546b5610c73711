package io.curlake.jobs.storage.maps;

/** How the entries of a row's map columns become one number. Of one file: it may remember texts and entries. */
public interface MapFold {
    /**
     * What stands for a text.
     *
     * @param text UTF-8
     */
    long ofText(byte[] text);

    /** What stands for a value that is null. */
    long ofNothing();

    /**
     * Takes an entry of the row.
     *
     * @param column its place in the columns that are read
     * @param key what {@link #ofText} gave
     * @param value likewise
     */
    void entry(int column, long key, long value);

    /** The number of the row whose entries were taken. Entries after that are of the next row. */
    long endOfRow();
}
