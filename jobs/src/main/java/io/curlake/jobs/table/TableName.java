package io.curlake.jobs.table;

import io.curlake.jobs.gold.DailyCost;
import io.curlake.jobs.gold.DailyResourceCost;
import io.curlake.jobs.gold.TrafficCost;
import io.curlake.jobs.gold.commitment.CommitmentDaily;
import io.curlake.jobs.gold.container.DailyContainerCost;
import io.curlake.jobs.gold.focus.FocusColumns;
import io.curlake.jobs.gold.invoice.Invoice;
import io.curlake.jobs.gold.tag.DailyTagCost;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.table.schema.DiscoverySchemas;
import io.curlake.jobs.table.schema.InsightSchemas;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables of a warehouse, each with the columns it is created with; docs/tables says what a row is. */
public enum TableName {
    CONNECTED_ACCOUNT(
            new StructType()
                    .add("source", DataTypes.StringType)
                    .add("account_id", DataTypes.StringType)
                    .add("account_name", DataTypes.StringType)
                    .add("role", DataTypes.StringType)
                    .add("connected_from", DataTypes.StringType)
                    .add("connected_until", DataTypes.StringType)
                    .add("connected_at", DataTypes.TimestampType),
            Partitioned.NO),
    LINE_ITEM(partitioned(ColumnTypes.lineItemSchema()), Partitioned.BY_PERIOD),
    UNCONNECTED_COST(partitioned(costs(new StructType(), Set.of(CostGrain.TAGS_HASH))), Partitioned.BY_PERIOD),
    /** The cost of whole deliveries, kept and unconnected. */
    DELIVERED_COST(
            partitioned(costs(
                    new StructType()
                            .add("delivery_id", DataTypes.StringType)
                            .add("manifest_etag", DataTypes.StringType),
                    Set.of())),
            Partitioned.BY_PERIOD),
    RESTATEMENT(
            partitioned(withCosts(
                    withCosts(
                            new StructType()
                                    .add("delivery_before", DataTypes.StringType)
                                    .add("delivery_after", DataTypes.StringType)
                                    .add("restated_at", DataTypes.TimestampType)
                                    .add("usage_date", DataTypes.DateType)
                                    .add("usage_account_id", DataTypes.StringType)
                                    .add("product_code", DataTypes.StringType)
                                    .add("line_item_type", DataTypes.StringType)
                                    .add("invoice_id", DataTypes.StringType)
                                    .add("currency", DataTypes.StringType)
                                    .add("cause", DataTypes.StringType)
                                    .add("tags_changed", DataTypes.BooleanType)
                                    .add("rows_before", DataTypes.LongType)
                                    .add("rows_after", DataTypes.LongType),
                            "before_"),
                    "after_")),
            Partitioned.BY_PERIOD),
    ACCOUNT(
            new StructType()
                    .add("source", DataTypes.StringType)
                    .add("account_id", DataTypes.StringType)
                    .add("account_name", DataTypes.StringType)
                    .add("ou_path", DataTypes.StringType)
                    .add("tags", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                    .add("owner", DataTypes.StringType)
                    .add("cost_center", DataTypes.StringType)
                    .add("status", DataTypes.StringType)
                    .add("stated", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                    .add("first_seen", DataTypes.StringType)
                    .add("last_seen", DataTypes.StringType)
                    .add("valid_from", DataTypes.TimestampType)
                    .add("valid_until", DataTypes.TimestampType),
            Partitioned.NO),
    REJECTED_ROW(
            partitioned(new StructType()
                    .add("delivery_id", DataTypes.StringType)
                    .add("file", DataTypes.StringType)
                    .add("line", DataTypes.LongType)
                    .add("reason", DataTypes.StringType)
                    .add("text", DataTypes.StringType)),
            Partitioned.BY_PERIOD),
    RECONCILIATION(
            withSides(new StructType()
                    .add("source", DataTypes.StringType)
                    .add("billing_period", DataTypes.StringType)
                    .add("delivery_id", DataTypes.StringType)
                    .add("load_id", DataTypes.StringType)
                    .add("proved_at", DataTypes.TimestampType)
                    .add("file", DataTypes.StringType)
                    .add("currency", DataTypes.StringType)
                    .add("balanced", DataTypes.BooleanType)),
            Partitioned.NO),
    DELIVERY(
            new StructType()
                    .add("source", DataTypes.StringType)
                    .add("billing_period", DataTypes.StringType)
                    .add("delivery_id", DataTypes.StringType)
                    .add("export_id", DataTypes.StringType)
                    .add("format", DataTypes.StringType)
                    .add("way", DataTypes.StringType)
                    .add("manifest", DataTypes.StringType)
                    .add("manifest_etag", DataTypes.StringType)
                    .add(
                            "files",
                            DataTypes.createArrayType(new StructType()
                                    .add("key", DataTypes.StringType)
                                    .add("size", DataTypes.LongType)
                                    .add("etag", DataTypes.StringType)
                                    .add("rows", DataTypes.LongType)
                                    .add("version_id", DataTypes.StringType)))
                    .add("rows", DataTypes.LongType)
                    .add("bytes", DataTypes.LongType)
                    .add("columns", DataTypes.createArrayType(DataTypes.StringType))
                    .add("usage_accounts", DataTypes.createArrayType(DataTypes.StringType))
                    .add("fingerprint", DataTypes.StringType)
                    .add("status", DataTypes.StringType)
                    .add("load_id", DataTypes.StringType)
                    .add("loaded_at", DataTypes.TimestampType)
                    .add("table_version", DataTypes.LongType)
                    .add("manifest_version_id", DataTypes.StringType)
                    .add("column_types", DataTypes.createArrayType(DataTypes.StringType))
                    .add("contract", DataTypes.createArrayType(DataTypes.StringType))
                    .add("line_item_types", DataTypes.createArrayType(DataTypes.StringType)),
            Partitioned.NO),
    DAILY_COST(daily(DailyCost.SCHEMA), Partitioned.BY_PERIOD),
    DAILY_RESOURCE_COST(daily(DailyResourceCost.SCHEMA), Partitioned.BY_PERIOD),
    DAILY_TAG_COST(daily(DailyTagCost.SCHEMA), Partitioned.BY_PERIOD),
    DAILY_CONTAINER_COST(daily(DailyContainerCost.SCHEMA), Partitioned.BY_PERIOD),
    TRAFFIC_COST(daily(TrafficCost.SCHEMA), Partitioned.BY_PERIOD),
    COMMITMENT_DAILY(daily(CommitmentDaily.SCHEMA), Partitioned.BY_PERIOD),
    INVOICE(gold(Invoice.SCHEMA), Partitioned.BY_PERIOD),
    FOCUS_COST_AND_USAGE(gold(FocusColumns.ALL), Partitioned.BY_PERIOD),
    FORECAST(InsightSchemas.FORECAST, Partitioned.BY_PERIOD),
    ANOMALY(InsightSchemas.ANOMALY, Partitioned.BY_PERIOD),
    BUDGET_STATUS(InsightSchemas.BUDGET_STATUS, Partitioned.BY_PERIOD),
    TEAM_COST(InsightSchemas.TEAM_COST, Partitioned.BY_PERIOD),
    RESOURCE(DiscoverySchemas.RESOURCE, Partitioned.NO),
    RESOURCE_CHANGE(DiscoverySchemas.RESOURCE_CHANGE, Partitioned.NO),
    RESOURCE_COST(DiscoverySchemas.RESOURCE_COST, Partitioned.NO),
    DISCOVERY_RUN(DiscoverySchemas.DISCOVERY_RUN, Partitioned.NO),
    RECOMMENDATION(DiscoverySchemas.RECOMMENDATION, Partitioned.NO),
    /** Which load the gold tables of a period were built from. */
    GOLD_BUILD(
            new StructType()
                    .add("source", DataTypes.StringType)
                    .add("billing_period", DataTypes.StringType)
                    .add("delivery_id", DataTypes.StringType)
                    .add("load_id", DataTypes.StringType)
                    .add("rules", DataTypes.StringType)
                    .add("net_costs", DataTypes.BooleanType)
                    .add("rows", DataTypes.LongType)
                    .add("built_at", DataTypes.TimestampType),
            Partitioned.NO),
    /** The runs of verbs that write; in no column there is a host or a secret. */
    RUN(
            StructType.fromDDL("run_id STRING, verb STRING, began TIMESTAMP, seconds DOUBLE, outcome STRING,"
                    + " exit_code INT, error STRING, figures MAP<STRING, BIGINT>, arguments ARRAY<STRING>,"
                    + " user_name STRING, master STRING, application STRING, version STRING"),
            Partitioned.NO);

    private enum Partitioned {
        NO,
        BY_PERIOD
    }

    private final StructType schema;
    private final Partitioned partitioned;

    TableName(StructType schema, Partitioned partitioned) {
        this.schema = schema;
        this.partitioned = partitioned;
    }

    /** The folder below the warehouse, and the name in SQL. */
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns the table is created with, partition columns last. */
    public StructType schema() {
        return schema;
    }

    /** The columns without the partition columns. */
    public StructType columns() {
        List<String> partitions = partitionColumns();
        return new StructType(Arrays.stream(schema.fields())
                .filter(field -> !partitions.contains(field.name()))
                .toArray(StructField[]::new));
    }

    /** Source and billing period, or nothing. */
    public List<String> partitionColumns() {
        return switch (partitioned) {
            case NO -> List.of();
            case BY_PERIOD -> List.of("source", "billing_period");
        };
    }

    private static StructType partitioned(StructType schema) {
        return schema.add("source", DataTypes.StringType).add("billing_period", DataTypes.StringType);
    }

    /** Built from the load that they name, so that a reader can tell whether two tables agree. */
    private static StructType gold(StructType schema) {
        return partitioned(schema.add("delivery_id", DataTypes.StringType).add("load_id", DataTypes.StringType));
    }

    /** By day; the day's cost has stood still since a date. */
    private static StructType daily(StructType schema) {
        return gold(schema.add("stable_since", DataTypes.DateType));
    }

    private static StructType costs(StructType before, Set<String> without) {
        StructType schema = before;
        for (StructField field : CostGrain.COLUMNS.fields()) {
            schema = without.contains(field.name()) ? schema : schema.add(field);
        }
        return schema;
    }

    private static StructType withCosts(StructType schema, String prefix) {
        DataType money = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
        StructType extended = schema;
        for (CostColumn column : CostColumn.values()) {
            extended = extended.add(new StructField(
                    prefix + column.measure(), money, true, org.apache.spark.sql.types.Metadata.empty()));
        }
        return extended;
    }

    private static StructType withSides(StructType schema) {
        StructType extended = schema;
        for (String side : List.of("delivered", "kept", "unconnected", "rejected")) {
            extended = withCosts(extended.add(side + "_rows", DataTypes.LongType), side + "_");
        }
        return withCosts(extended, "double_loss_");
    }
}
