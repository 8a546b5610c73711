package io.curlake.jobs.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.ParquetFiles;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.TableState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Files that a table's log names, read as the Parquet files that they are. */
record StoredRows(SparkSession spark, TableName table, String uri, StructType schema) {
    /** Whether the files hold what readers of the table see: no row is masked, no column has another name. */
    static boolean areAll(TableState state, List<TableFile> files) {
        return state.isReadableByName()
                && files.stream().allMatch(file -> file.maskIfAny().isEmpty());
    }

    Dataset<Row> of(List<TableFile> files) {
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), schema);
        }
        List<NumberedFile> numbered = IntStream.range(0, files.size())
                .mapToObj(i -> new NumberedFile(i + 1, object(files.get(i))))
                .toList();
        Dataset<Row> rows = ParquetFiles.rows(spark, stored(), numbered);
        return rows.select(Arrays.stream(schema.fieldNames())
                .map(name -> column(name, files))
                .toArray(Column[]::new));
    }

    private StructType stored() {
        return new StructType(Arrays.stream(schema.fields())
                .filter(field -> !table.partitionColumns().contains(field.name()))
                .toArray(StructField[]::new));
    }

    private Column column(String name, List<TableFile> files) {
        if (!table.partitionColumns().contains(name)) {
            return col(name);
        }
        String[] values = files.stream().map(file -> file.partition().get(name)).toArray(String[]::new);
        return element_at(lit(values), col(ParquetFiles.FILE)).as(name);
    }

    private StoredObject object(TableFile file) {
        return new StoredObject(file.uri(uri), file.size(), "");
    }
}
