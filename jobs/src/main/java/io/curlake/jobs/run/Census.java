package io.curlake.jobs.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.lineitem.LineItemTypes;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who and what appears in a delivery: rows by usage account, and rows of line item types that nobody documented. */
final class Census {
    private final SortedMap<String, Long> rowsByAccount = new TreeMap<>();
    private final SortedMap<String, Long> rowsByUnknownType = new TreeMap<>();

    private Census() {}

    /**
     * Counts both heaps.
     *
     * @param kept line items as written
     * @param unconnected account, type, rows
     */
    static Census of(Dataset<Row> kept, Dataset<Row> unconnected) {
        Census census = new Census();
        kept.groupBy(
                        text(kept, LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID),
                        text(kept, LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE))
                .count()
                .collectAsList()
                .forEach(census::add);
        unconnected.collectAsList().forEach(census::add);
        return census;
    }

    /** Every usage account with a line item, the empty one left out. */
    List<String> accounts() {
        TreeSet<String> accounts = new TreeSet<>(rowsByAccount.keySet());
        accounts.remove("");
        return new ArrayList<>(accounts);
    }

    long rowsWithoutAccount() {
        return rowsByAccount.getOrDefault("", 0L);
    }

    SortedMap<String, Long> rowsByUnknownType() {
        return rowsByUnknownType;
    }

    private void add(Row row) {
        rowsByAccount.merge(row.getString(0), row.getLong(2), Long::sum);
        if (!LineItemTypes.isKnown(row.getString(1))) {
            rowsByUnknownType.merge(row.getString(1), row.getLong(2), Long::sum);
        }
    }

    private static org.apache.spark.sql.Column text(Dataset<Row> rows, LineItemColumn column) {
        String name = column.columnName();
        boolean present = List.of(rows.columns()).contains(name);
        return (present ? coalesce(col(name), lit("")) : lit("")).as(name);
    }
}
