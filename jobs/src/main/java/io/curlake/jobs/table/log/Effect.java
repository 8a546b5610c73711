package io.curlake.jobs.table.log;

/** What a commit does to the rows that readers see. */
public enum Effect {
    /** Other rows than before. */
    ROWS,
    /** The same rows, stored in another way. */
    LAYOUT;

    boolean changesData() {
        return this == ROWS;
    }
}
