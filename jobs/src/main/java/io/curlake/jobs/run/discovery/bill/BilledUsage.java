package io.curlake.jobs.run.discovery.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.finding.PublicRates;
import io.curlake.jobs.finding.bill.ComputeHours;
import io.curlake.jobs.finding.bill.ComputeHours.Interval;
import io.curlake.jobs.gold.ChargeColumns;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.LineItemColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The line items of the last days of a bill: what each resource cost by usage type, what every hour did, the public rates. */
public final class BilledUsage {
    private static final List<String> USAGE =
            List.of("usage_account_id", "resource_id", "product_code", "usage_type", "operation", "currency");
    private static final List<String> RATE = List.of("usage_type", "operation", "currency");

    /** Instances by the hour, Fargate and Lambda; spot is called otherwise. */
    private static final String COMPUTE =
            "^([A-Z0-9]+-)?((BoxUsage|DedicatedUsage|UnusedBox|UnusedDed)(:|$)|Fargate-|Lambda-(Provisioned-)?(GB-Second|Concurrency))";

    private static final Column ZERO = lit(0).cast("decimal(38,18)");

    private static final StructType SCHEMA = StructType.fromDDL("usage_account_id STRING, resource_id STRING,"
            + " product_code STRING, usage_type STRING, operation STRING, currency STRING, cost DECIMAL(38,18),"
            + " usage DECIMAL(38,18), public_cost DECIMAL(38,18), days BIGINT");

    private final Warehouse warehouse;
    private final Map<Partition, RecordedBuild> builds;

    public BilledUsage(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.builds = RecordedBuild.all(warehouse);
    }

    /**
     * One row per account, resource, product, usage type, operation and currency; none of no resource. Periods whose net costs
     * were decided otherwise have no day in common.
     */
    public Dataset<Row> ofResources(List<BillWindow> windows) {
        return windows.stream()
                .map(this::ofResources)
                .reduce(Dataset::unionByName)
                .orElseGet(() -> warehouse.spark().createDataFrame(List.of(), SCHEMA));
    }

    private Dataset<Row> ofResources(BillWindow window) {
        return byNet(window, BillWindow.DAYS).entrySet().stream()
                .map(entry -> added(window.of(charges(entry.getValue()), BillWindow.DAYS), entry.getKey()))
                .reduce(Dataset::unionByName)
                .map(rows -> rows.groupBy(GoldColumns.columns(USAGE))
                        .agg(
                                total("cost"),
                                total("usage"),
                                total("public_cost"),
                                sum("days").as("days")))
                .orElseGet(() -> warehouse.spark().createDataFrame(List.of(), SCHEMA));
    }

    private static Dataset<Row> added(Dataset<Row> charges, Net net) {
        return charges.filter(col("resource_id").notEqual(""))
                .groupBy(GoldColumns.columns(USAGE))
                .agg(
                        AmountColumns.ofRows(kind -> CostMeasure.NET_AMORTIZED.of(kind, net))
                                .as("cost"),
                        AmountColumns.ofRows(kind -> Amount.of(LineItemColumn.LINE_ITEM_USAGE_AMOUNT))
                                .as("usage"),
                        AmountColumns.ofRows(kind -> CostMeasure.LIST.of(kind, net))
                                .as("public_cost"),
                        countDistinct("usage_date").as("days"));
    }

    /** What compute on demand cost in the hours of so many days; of accounts of the window. */
    ComputeHours computeHours(BillWindow window, int days) {
        List<Interval> intervals = new ArrayList<>();
        byNet(window, days)
                .forEach((net, partitions) -> window.of(charges(partitions), days)
                        .groupBy(
                                col(LineItemColumn.LINE_ITEM_USAGE_START_DATE.columnName()),
                                col(LineItemColumn.LINE_ITEM_USAGE_END_DATE.columnName()),
                                col("currency"))
                        .agg(ExactAmounts.total(
                                when(isComputeOnDemand(), netAmortized(net)).otherwise(ZERO)))
                        .collectAsList()
                        .forEach(row -> intervals.add(new Interval(
                                row.getTimestamp(0).toInstant(),
                                row.getTimestamp(1).toInstant(),
                                row.getString(2),
                                row.getDecimal(3)))));
        return ComputeHours.of(intervals);
    }

    private static Column netAmortized(Net net) {
        return AmountColumns.ofRow(kind -> CostMeasure.NET_AMORTIZED.of(kind, net));
    }

    /** What a Compute Savings Plan would cover. Source: AWS's Savings Plans user guide, services a Compute plan applies to. */
    private static Column isComputeOnDemand() {
        return AmountColumns.isOf(ChargeKind.USAGE)
                .and(col("product_code").isin("AmazonEC2", "AmazonECS", "AmazonEKS", "AWSLambda"))
                .and(col("usage_type").rlike(COMPUTE));
    }

    /** The public on-demand rates of usage types that have one only, in all bills. */
    public PublicRates rates(List<BillWindow> windows) {
        Map<PublicRates.Of, BigDecimal> rates = new HashMap<>();
        windows.stream()
                .map(window -> window.of(charges(partitions(window, BillWindow.DAYS)), BillWindow.DAYS))
                .map(charges -> charges.withColumn("rate", rate()))
                .reduce(Dataset::unionByName)
                .ifPresent(all -> all.filter(col("rate").gt(0))
                        .groupBy(GoldColumns.columns(RATE))
                        .agg(countDistinct("rate").as("rates"), first("rate").as("rate"))
                        .filter(col("rates").equalTo(1))
                        .collectAsList()
                        .forEach(row -> rates.put(
                                new PublicRates.Of(
                                        row.getAs("usage_type"), row.getAs("operation"), row.getAs("currency")),
                                row.<BigDecimal>getAs("rate").stripTrailingZeros())));
        return new PublicRates(rates);
    }

    private Map<Net, Set<Partition>> byNet(BillWindow window, int days) {
        return builds.entrySet().stream()
                .filter(build -> window.partitions(days).contains(build.getKey()))
                .collect(Collectors.groupingBy(
                        build -> build.getValue().net(), Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    }

    /** Those of a source that were built. */
    Stream<BillingPeriod> periods(String source) {
        return builds.keySet().stream()
                .filter(partition -> partition.source().equals(source))
                .map(Partition::period);
    }

    private Set<Partition> partitions(BillWindow window, int days) {
        return byNet(window, days).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private Dataset<Row> charges(Set<Partition> partitions) {
        return warehouse
                .tables()
                .readQuickly(TableName.LINE_ITEM, partitions)
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .withColumn("usage_date", ChargeColumns.day())
                .withColumn("usage_account_id", ChargeColumns.account())
                .withColumn("product_code", ChargeColumns.productCode())
                .withColumn("currency", ChargeColumns.currency())
                .withColumn("usage_type", ChargeColumns.usageType())
                .withColumn("operation", coalesce(col(LineItemColumn.LINE_ITEM_OPERATION.columnName()), lit("")))
                .withColumn("resource_id", ChargeColumns.resource());
    }

    /** NULL for what has none. */
    private static Column rate() {
        return col(LineItemColumn.PRICING_PUBLIC_ON_DEMAND_RATE.columnName()).try_cast("decimal(38,18)");
    }

    private static Column total(String amount) {
        return ExactAmounts.total(col(amount)).as(amount);
    }
}
