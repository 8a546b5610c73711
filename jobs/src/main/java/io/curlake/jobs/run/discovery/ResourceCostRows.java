package io.curlake.jobs.run.discovery;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.discovery.history.KnownResource;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.discovery.history.Unmatched;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.discovery.bill.BillWindow;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of {@code resource_cost}: every resource with its cost of the last 30 days of the bill, and every such cost, so that
 * they add up to {@code daily_resource_cost}. What has no counterpart says why.
 */
final class ResourceCostRows {
    static final String BOTH = "both";
    static final String RESOURCE_ONLY = "resource only";
    static final String COST_ONLY = "cost only";

    private static final StructType SCHEMA = TableName.RESOURCE_COST.schema();
    private static final List<String> RESOURCE =
            List.of("account_id", "region", "resource_id", "resource_type", "name");
    private static final List<String> BILLED = List.of("billed_account", "billed_id");
    private static final List<String> WINDOW = List.of("source", "window_from", "window_to");
    private static final String COST = "net_amortized_cost";

    private final Warehouse warehouse;
    private final Map<String, BillWindow> windows = new TreeMap<>();
    private final List<BillWindow> all;
    private final Listings listings;
    private final String runId;

    ResourceCostRows(Warehouse warehouse, List<BillWindow> windows, Listings listings, String runId) {
        this.warehouse = warehouse;
        this.all = windows;
        windows.forEach(window -> window.accounts().forEach(account -> this.windows.put(account, window)));
        this.listings = listings;
        this.runId = runId;
    }

    /** @param resources rows of {@code resource} */
    Dataset<Row> of(Dataset<Row> resources) {
        Dataset<Row> costs = costs();
        Dataset<Row> ids = ids(resources);
        Dataset<Row> both = ids.join(costs.withColumnRenamed("region", "billed_region"), names(BILLED), "inner");
        Dataset<Row> unbilled = resources
                .filter(col("active"))
                .join(both.select(GoldColumns.columns(RESOURCE)).distinct(), names(RESOURCE), "left_anti");
        Dataset<Row> unknown =
                costs.join(ids.select(GoldColumns.columns(BILLED)).distinct(), names(BILLED), "left_anti");
        return matched(both).unionByName(resourceOnly(unbilled)).unionByName(costOnly(unknown));
    }

    /**
     * The resource of each billed id: of several the one that is there, and was seen last, so that a cost counts once. A bucket
     * that was made anew in another region has the name of the old one.
     */
    private static Dataset<Row> ids(Dataset<Row> resources) {
        List<String> kept =
                Stream.concat(RESOURCE.stream(), Stream.of("active")).toList();
        return resources
                .withColumn("billed_account", col("account_id"))
                .withColumn("billed_id", explode(array_distinct(concat(array(col("resource_id")), col("aliases")))))
                .groupBy(GoldColumns.columns(BILLED))
                .agg(max_by(
                                struct(GoldColumns.columns(kept)),
                                struct(col("active"), col("last_seen"), col("resource_type"), col("region")))
                        .as("newest"))
                .select(GoldColumns.columns(
                        Stream.concat(BILLED.stream(), kept.stream().map(name -> "newest." + name))
                                .toList()));
    }

    /** One row per account, region, id and currency. */
    private Dataset<Row> costs() {
        return all.stream()
                .map(window -> window.of(
                                warehouse
                                        .tables()
                                        .readQuickly(TableName.DAILY_RESOURCE_COST, window.partitions(BillWindow.DAYS)),
                                BillWindow.DAYS)
                        .groupBy(
                                col("usage_account_id").as("billed_account"),
                                col("region"),
                                col("resource_id").as("billed_id"),
                                col("currency"))
                        .agg(
                                ExactAmounts.total(col(COST)).as(COST),
                                countDistinct("usage_date").cast("int").as("days"),
                                only("product_code"))
                        .withColumn("source", lit(window.source()))
                        .withColumn("window_from", lit(Date.valueOf(window.from())))
                        .withColumn("window_to", lit(Date.valueOf(window.to()))))
                .reduce(Dataset::unionByName)
                .orElseGet(() -> warehouse
                        .spark()
                        .createDataFrame(
                                List.of(),
                                StructType.fromDDL(
                                        "billed_account STRING, region STRING, billed_id STRING, currency STRING, "
                                                + COST
                                                + " DECIMAL(38,18), days INT, product_code STRING, source STRING, window_from DATE,"
                                                + " window_to DATE")));
    }

    private Dataset<Row> matched(Dataset<Row> both) {
        List<String> grain = Stream.of(RESOURCE, WINDOW, List.of("active", "currency"))
                .flatMap(List::stream)
                .toList();
        return ordered(both.groupBy(GoldColumns.columns(grain))
                .agg(ExactAmounts.total(col(COST)).as(COST), max("days").as("days"), only("product_code"))
                .withColumn("match", lit(BOTH))
                .withColumn("explanation", when(col("active"), lit("")).otherwise(lit(Unmatched.ENDED))));
    }

    private Dataset<Row> resourceOnly(Dataset<Row> resources) {
        Map<String, BillWindow> known = windows;
        String run = runId;
        return resources.map(
                (MapFunction<Row, Row>) row -> resourceOnly(ResourceRows.known(row), known, run), Encoders.row(SCHEMA));
    }

    private static Row resourceOnly(KnownResource known, Map<String, BillWindow> windows, String runId) {
        @Nullable BillWindow window = windows.get(known.resource().account());
        LocalDate to = window == null ? LocalDate.MAX : window.to();
        return RowFactory.create(
                known.resource().account(),
                known.resource().region(),
                known.resource().id(),
                known.resource().type().word(),
                known.resource().name(),
                RESOURCE_ONLY,
                Unmatched.resource(
                        known.resource().type(),
                        known.resource().state(),
                        known.resource().created(),
                        window != null,
                        to),
                window == null ? null : window.source(),
                null,
                null,
                BigDecimal.ZERO,
                0,
                window == null ? null : Date.valueOf(window.from()),
                window == null ? null : Date.valueOf(to),
                runId);
    }

    private Dataset<Row> costOnly(Dataset<Row> costs) {
        Listings looked = listings;
        String run = runId;
        return costs.map((MapFunction<Row, Row>) row -> costOnly(row, looked, run), Encoders.row(SCHEMA));
    }

    private static Row costOnly(Row row, Listings listings, String runId) {
        String account = row.getAs("billed_account");
        String region = row.getAs("region");
        String id = row.getAs("billed_id");
        String product = row.getAs("product_code");
        return RowFactory.create(
                account,
                region,
                id,
                null,
                null,
                COST_ONLY,
                Unmatched.cost(listings, account, region, id, product),
                row.getAs("source"),
                product,
                row.getAs("currency"),
                row.getAs(COST),
                row.getAs("days"),
                row.getAs("window_from"),
                row.getAs("window_to"),
                runId);
    }

    private Dataset<Row> ordered(Dataset<Row> rows) {
        return rows.withColumn("run_id", lit(runId)).select(GoldColumns.columns(Arrays.asList(SCHEMA.fieldNames())));
    }

    /** The one there is; '' for several. */
    private static Column only(String name) {
        return when(min(name).equalTo(max(name)), min(name)).otherwise(lit("")).as(name);
    }

    private static scala.collection.immutable.Seq<String> names(List<String> names) {
        return CollectionConverters.asScala(names).toSeq();
    }
}
