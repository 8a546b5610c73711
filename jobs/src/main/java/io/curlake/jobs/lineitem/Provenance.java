package io.curlake.jobs.lineitem;

import java.util.Set;

/** The columns that tell where a row comes from. They travel with a row through the job and are never stored. */
public final class Provenance {
    /** The number of the delivered file, int. */
    public static final String FILE = "_file";

    /** Where the row starts in its file: the line of a text, the row number of a Parquet file, both from 1; long. */
    public static final String LINE = "_line";

    /** Why the reader could not read the row; null for a readable one. */
    public static final String REASON = "_reason";

    /** The row as it stands in the file; null for a readable one. */
    public static final String TEXT = "_text";

    public static final Set<String> COLUMNS = Set.of(FILE, LINE, REASON, TEXT);

    private Provenance() {}
}
