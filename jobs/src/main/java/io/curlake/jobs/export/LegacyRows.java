package io.curlake.jobs.export;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.nullif;

import io.curlake.jobs.lineitem.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Rows of legacy Parquet under CUR 2.0 names: columns without one become keys of a map, present where not empty. */
final class LegacyRows {
    private LegacyRows() {}

    static Dataset<Row> renamed(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        Map<String, Map<String, List<Column>>> maps = new LinkedHashMap<>();
        for (String name : rows.columns()) {
            TargetColumn target = LegacyColumns.ofAthena(name);
            if (Provenance.COLUMNS.contains(name) || target.key() == null) {
                columns.add(col(name).as(Provenance.COLUMNS.contains(name) ? name : target.column()));
            } else {
                maps.computeIfAbsent(target.column(), m -> new LinkedHashMap<>())
                        .computeIfAbsent(target.key(), k -> new ArrayList<>())
                        .add(text(name));
            }
        }
        maps.forEach((name, keys) -> columns.add(map(keys).as(name)));
        return rows.select(columns.toArray(Column[]::new));
    }

    /** Where two columns share a key, the first that is not empty counts. */
    private static Column map(Map<String, List<Column>> keys) {
        Column[] names = keys.keySet().stream().map(key -> lit(key)).toArray(Column[]::new);
        Column[] values = keys.values().stream()
                .map(columns -> coalesce(columns.toArray(Column[]::new)))
                .toArray(Column[]::new);
        return map_filter(map_from_arrays(array(names), array(values)), (key, value) -> value.isNotNull());
    }

    private static Column text(String name) {
        return nullif(col(name).cast(DataTypes.StringType), lit(""));
    }
}
