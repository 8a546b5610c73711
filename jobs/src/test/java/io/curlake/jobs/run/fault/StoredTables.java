package io.curlake.jobs.run.fault;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.TableName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The rows of a warehouse as texts, sorted, without what no two loads have in common: when, and in which version. */
public final class StoredTables {
    private static final List<TableName> TABLES = List.of(
            TableName.LINE_ITEM,
            TableName.UNCONNECTED_COST,
            TableName.REJECTED_ROW,
            TableName.DELIVERED_COST,
            TableName.RESTATEMENT,
            TableName.RECONCILIATION,
            TableName.DELIVERY);

    private static final Set<String> TIMES = Set.of("loaded_at", "proved_at", "restated_at", "table_version");

    private StoredTables() {}

    static Map<TableName, List<String>> of(TestWarehouse warehouse) {
        return without(warehouse, Set.of());
    }

    /** @param columns that differ on purpose */
    static Map<TableName, List<String>> without(TestWarehouse warehouse, Set<String> columns) {
        Map<TableName, List<String>> tables = new EnumMap<>(TableName.class);
        for (TableName table : TABLES) {
            tables.put(table, texts(warehouse.warehouse().tables().rows(table), columns));
        }
        return tables;
    }

    /** Some rows as such texts. */
    public static List<String> texts(List<Row> rows, Set<String> without) {
        return rows.stream().map(row -> text(row, without)).sorted().toList();
    }

    private static String text(Row row, Set<String> without) {
        List<String> values = new ArrayList<>();
        for (String column : row.schema().fieldNames()) {
            if (!TIMES.contains(column) && !without.contains(column)) {
                values.add(column + "=" + value(row.getAs(column)));
            }
        }
        return String.join(", ", values);
    }

    /** Maps in the order of their keys: the order of a stored map means nothing. */
    private static Object value(Object value) {
        return value instanceof scala.collection.Map<?, ?> map
                ? new java.util.TreeMap<>(CollectionConverters.asJava(map))
                : value;
    }
}
