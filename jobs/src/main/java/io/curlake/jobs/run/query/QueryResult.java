package io.curlake.jobs.run.query;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The first rows of an answer, and whether there are more. */
public record QueryResult(StructType columns, List<Row> rows, Rest rest) {
    /** What the answer has besides the rows. */
    public enum Rest {
        NOTHING,
        MORE_ROWS
    }

    public QueryResult {
        rows = List.copyOf(rows);
    }
}
