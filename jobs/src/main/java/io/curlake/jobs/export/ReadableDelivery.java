package io.curlake.jobs.export;

import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The content of a pinned delivery, of whatever format. */
public interface ReadableDelivery {
    /** Without these nobody can say whose a row is, or what it costs. */
    List<LineItemColumn> REQUIRED = List.of(
            LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID,
            LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE,
            LineItemColumn.LINE_ITEM_CURRENCY_CODE,
            LineItemColumn.LINE_ITEM_UNBLENDED_COST);

    /** Opens a delivery; refuses one whose files do not hold what their names stand for. */
    static ReadableDelivery open(SparkSession spark, Storage storage, Delivery delivery, DeliveryErrors errors) {
        ReadableDelivery opened = switch (delivery.format()) {
            case CUR2_PARQUET, LEGACY_PARQUET -> ParquetDelivery.open(spark, storage, delivery, errors);
            case CUR2_CSV, LEGACY_CSV -> TextDelivery.open(spark, storage, delivery);
        };
        if (!delivery.files().isEmpty()) {
            REQUIRED.stream()
                    .map(LineItemColumn::columnName)
                    .filter(name -> !opened.columns().contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw errors.lacksColumn(name);
                    });
        }
        return opened;
    }

    /** The canonical columns that at least one file has, those that AWS added since included. */
    Set<String> columns();

    /** All rows in canonical columns, with {@link io.curlake.jobs.lineitem.Provenance}. */
    Dataset<Row> rows();

    /** Whether the files can be files of {@code line_item} as they are. */
    Fit fit();

    /** The delivered side of the ledger, by a scan of its own. */
    DeliveredAmounts delivered();
}
