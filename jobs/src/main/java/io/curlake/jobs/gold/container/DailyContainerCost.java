package io.curlake.jobs.gold.container;

import static io.curlake.model.LineItemColumn.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.ChargeColumns;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code daily_container_cost}: what pods and tasks took of the instances they ran on. Another view of cost that
 * {@code daily_cost} has with the instances, never to be added to it.
 */
public final class DailyContainerCost {
    /** A row is one of these. */
    public static final List<String> GRAIN = List.of(
            GoldColumns.DAY,
            "usage_account_id",
            "product_code",
            "cluster",
            "namespace",
            "workload_type",
            "workload",
            "runs_on",
            "currency");

    private static final List<String> AMOUNTS = List.of(
            "split_cost", "unused_cost", "net_split_cost", "net_unused_cost", "list_split_cost", "list_unused_cost");

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, AMOUNTS);

    private DailyContainerCost() {}

    /** Lazy; no rows where nothing is split. */
    public static Dataset<Row> of(Dataset<Row> lineItems, Net net) {
        return lineItems
                .filter(isSplit())
                .groupBy(
                        ChargeColumns.day(),
                        ChargeColumns.account(),
                        ChargeColumns.productCode(),
                        cluster().as("cluster"),
                        namespace().as("namespace"),
                        firstOf(label("eks_workload_type")).as("workload_type"),
                        firstOf(label("eks_workload_name"), label("ecs_service_name"))
                                .as("workload"),
                        runsOn().as("runs_on"),
                        ChargeColumns.currency())
                .agg(
                        count(lit(1)).as(GoldColumns.ROWS),
                        total(SPLIT_LINE_ITEM_SPLIT_COST).as(AMOUNTS.get(0)),
                        total(SPLIT_LINE_ITEM_UNUSED_COST).as(AMOUNTS.get(1)),
                        total(net(net, SPLIT_LINE_ITEM_NET_SPLIT_COST, SPLIT_LINE_ITEM_SPLIT_COST))
                                .as(AMOUNTS.get(2)),
                        total(net(net, SPLIT_LINE_ITEM_NET_UNUSED_COST, SPLIT_LINE_ITEM_UNUSED_COST))
                                .as(AMOUNTS.get(3)),
                        total(SPLIT_LINE_ITEM_PUBLIC_ON_DEMAND_SPLIT_COST).as(AMOUNTS.get(4)),
                        total(SPLIT_LINE_ITEM_PUBLIC_ON_DEMAND_UNUSED_COST).as(AMOUNTS.get(5)));
    }

    /** Of an instance, children; of Fargate, lines that have no parent and cost what they say themselves. */
    private static Column isSplit() {
        return ChargeColumns.text(SPLIT_LINE_ITEM_PARENT_RESOURCE_ID)
                .notEqual("")
                .or(isCost(SPLIT_LINE_ITEM_SPLIT_COST))
                .or(isCost(SPLIT_LINE_ITEM_UNUSED_COST));
    }

    private static Column runsOn() {
        return when(ChargeColumns.text(SPLIT_LINE_ITEM_PARENT_RESOURCE_ID).equalTo(""), "Fargate")
                .otherwise("EC2");
    }

    /** Of the label, else of the ARN: {@code …:pod/cluster/namespace/pod/uid}, {@code …:task/cluster/task}. */
    private static Column cluster() {
        return firstOf(label("eks_cluster_name"), label("ecs_cluster_name"), partOfArn(":(?:pod|task)/([^/]+)/"));
    }

    private static Column namespace() {
        return firstOf(label("eks_namespace"), partOfArn(":pod/[^/]+/([^/]+)/"));
    }

    /** A label that AWS gives containers. Source: "split cost allocation data" of the CUR user guide, 2026-11. */
    private static Column label(String name) {
        return col(RESOURCE_TAGS.columnName()).getItem("aws_" + name);
    }

    private static Column partOfArn(String pattern) {
        return regexp_extract(ChargeColumns.text(LINE_ITEM_RESOURCE_ID), pattern, 1);
    }

    private static Column firstOf(Column... texts) {
        Column[] present = Stream.concat(Arrays.stream(texts).map(text -> nullif(text, lit(""))), Stream.of(lit("")))
                .toArray(Column[]::new);
        return coalesce(present);
    }

    private static LineItemColumn net(Net net, LineItemColumn delivered, LineItemColumn otherwise) {
        return switch (net) {
            case DELIVERED -> delivered;
            case ABSENT -> otherwise;
        };
    }

    private static Column isCost(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(0.0)).notEqual(0.0);
    }

    private static Column total(LineItemColumn column) {
        return AmountColumns.total(col(column.columnName()));
    }
}
