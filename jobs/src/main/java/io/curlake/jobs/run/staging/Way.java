package io.curlake.jobs.run.staging;

import java.util.Locale;

/** How the line items of a delivery came into the table. */
public enum Way {
    /** AWS's own files were copied byte for byte, and the rows of unconnected accounts masked. */
    ADOPTED,
    /** The rows of connected accounts were written anew. */
    REWRITTEN;

    /** As summaries and the table {@code delivery} write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
