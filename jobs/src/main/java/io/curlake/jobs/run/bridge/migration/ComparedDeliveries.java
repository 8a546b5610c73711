package io.curlake.jobs.run.bridge.migration;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.SideBySide;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What both sources delivered, whoever is connected, from {@code delivered_cost}. */
final class ComparedDeliveries {
    /**
     * Without the invoice id: while a month is open, one delivery may have it and the other not yet. Without the account's
     * name, which legacy reports do not have.
     */
    private static final List<String> GRAIN =
            List.of("usage_date", "usage_account_id", "product_code", "line_item_type");

    private static final Map<Dimension, Column> DIMENSIONS = Map.of(
            Dimension.TOTAL, lit(""),
            Dimension.LINE_ITEM_TYPE, col("line_item_type"),
            Dimension.ACCOUNT, col("usage_account_id"),
            Dimension.PRODUCT, col("product_code"),
            Dimension.DAY, col("usage_date"));

    private final Warehouse warehouse;
    private final MigrationRequest request;

    ComparedDeliveries(Warehouse warehouse, MigrationRequest request) {
        this.warehouse = warehouse;
        this.request = request;
    }

    /** One Spark action for all periods. */
    List<ComparedSum> of(List<DeliveryPair> pairs) {
        SideBySide sides = new SideBySide(
                request.from().name(),
                Arrays.stream(CostColumn.values()).map(CostColumn::measure).toList());
        Dataset<Row> delivered = delivered(pairs);
        return sides.read(sides.sums(delivered, GRAIN, DIMENSIONS)
                .unionByName(
                        sides.sums(delivered, List.of("invoice_id"), Map.of(Dimension.INVOICE, col("invoice_id")))));
    }

    private Dataset<Row> delivered(List<DeliveryPair> pairs) {
        Set<Partition> partitions =
                pairs.stream().flatMap(pair -> pair.partitions().stream()).collect(Collectors.toSet());
        Column newest = pairs.stream()
                .flatMap(pair -> pair.both().stream())
                .map(ComparedDeliveries::isOf)
                .reduce(Column::or)
                .orElseThrow();
        Column account = col("usage_account_id");
        return warehouse
                .tables()
                .readQuickly(TableName.DELIVERED_COST, partitions)
                .filter(newest)
                // A line item without a usage account is the payer's, whichever format says so.
                .withColumn(
                        "usage_account_id",
                        when(account.equalTo(""), request.from().payer().value())
                                .otherwise(account));
    }

    private static Column isOf(LoadedDelivery loaded) {
        return col("source")
                .equalTo(loaded.partition().source())
                .and(col("billing_period").equalTo(loaded.partition().period().toString()))
                .and(col("delivery_id").equalTo(loaded.deliveryId()))
                .and(col("manifest_etag").equalTo(loaded.manifest().version()));
    }
}
