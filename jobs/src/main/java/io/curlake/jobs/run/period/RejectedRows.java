package io.curlake.jobs.run.period;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFile;
import io.curlake.jobs.lineitem.Provenance;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that cannot be read, as rows of the table {@code rejected_row}; a Parquet row's text is its JSON. */
final class RejectedRows {
    private RejectedRows() {}

    static Dataset<Row> of(Dataset<Row> rejected, Delivery delivery) {
        String[] keys = delivery.files().stream().map(DeliveryFile::key).toArray(String[]::new);
        Column[] stored = Arrays.stream(rejected.columns())
                .filter(name -> !Provenance.COLUMNS.contains(name))
                .map(name -> col(name))
                .toArray(Column[]::new);
        return rejected.select(
                lit(delivery.id()).as("delivery_id"),
                element_at(lit(keys), col(Provenance.FILE)).as("file"),
                col(Provenance.LINE).as("line"),
                col(Provenance.REASON).as("reason"),
                coalesce(col(Provenance.TEXT), to_json(struct(stored))).as("text"));
    }
}
