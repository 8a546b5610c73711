package io.curlake.jobs.export;

import io.curlake.jobs.storage.Storage;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The content of a pinned delivery, of whatever format. */
public interface ReadableDelivery {
    /** Opens a delivery; refuses one whose files do not hold what their names stand for. */
    static ReadableDelivery open(SparkSession spark, Storage storage, Delivery delivery, DeliveryErrors errors) {
        return switch (delivery.format()) {
            case CUR2_PARQUET, LEGACY_PARQUET -> ParquetDelivery.open(spark, storage, delivery, errors);
            case CUR2_CSV, LEGACY_CSV -> TextDelivery.open(spark, storage, delivery);
        };
    }

    /** The canonical columns that at least one file has, those that AWS added since included. */
    Set<String> columns();

    /** All rows in canonical columns, with {@link io.curlake.jobs.lineitem.Provenance}. */
    Dataset<Row> rows();

    /** The delivered side of the ledger, by a scan of its own. */
    DeliveredAmounts delivered();
}
