package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.ColumnType;
import java.util.Map;

/** A column of a data file: its name there, its type, and its value of a line item. */
public interface ExportColumn {
    String name();

    ColumnType type();

    /** Whether the line item has a value, which may be zero. */
    boolean isIn(LineItem item);

    /** The value of a STRING column, empty where absent. */
    String text(LineItem item);

    /** The value of a DOUBLE column, zero where absent. */
    default double number(LineItem item) {
        throw new IllegalStateException(name() + " is no number");
    }

    /** The value of a TIMESTAMP column, in milliseconds since 1970 UTC. */
    default long time(LineItem item) {
        throw new IllegalStateException(name() + " is no time");
    }

    /** The value of a STRING_MAP column. */
    default Map<String, String> map(LineItem item) {
        throw new IllegalStateException(name() + " is no map");
    }
}
