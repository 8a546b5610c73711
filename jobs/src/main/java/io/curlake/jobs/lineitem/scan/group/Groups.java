package io.curlake.jobs.lineitem.scan.group;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Groups of a file, or of a slice of all groups of many files. */
public interface Groups<G extends Groups<G>> extends Serializable {
    int size();

    /** Adds the other groups to these, and returns these. */
    G merge(G others);

    /**
     * Spreads the groups over slices by a hash of their keys, the same in every file and process: groups of one key are
     * always in the slice of the same number.
     */
    List<G> split(int slices);

    /** The groups as rows of a table. */
    Iterator<Row> rows();
}
