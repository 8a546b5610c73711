package io.curlake.jobs.gold.container;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.ChargeText;
import io.curlake.model.LineItemColumn;
import java.util.List;
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

    /** What is added up of line items; nothing where nothing is split. */
    public static Grouping grouping(Net net) {
        return GoldColumns.grouping(GRAIN)
                .where(ChargeText.RUNS_ON)
                .adding(kind -> Amount.of(SPLIT_LINE_ITEM_SPLIT_COST))
                .adding(kind -> Amount.of(SPLIT_LINE_ITEM_UNUSED_COST))
                .adding(kind -> net(net, SPLIT_LINE_ITEM_NET_SPLIT_COST, SPLIT_LINE_ITEM_SPLIT_COST))
                .adding(kind -> net(net, SPLIT_LINE_ITEM_NET_UNUSED_COST, SPLIT_LINE_ITEM_UNUSED_COST))
                .adding(kind -> Amount.of(SPLIT_LINE_ITEM_PUBLIC_ON_DEMAND_SPLIT_COST))
                .adding(kind -> Amount.of(SPLIT_LINE_ITEM_PUBLIC_ON_DEMAND_UNUSED_COST));
    }

    private static Amount net(Net net, LineItemColumn delivered, LineItemColumn otherwise) {
        return switch (net) {
            case DELIVERED -> Amount.of(delivered);
            case ABSENT -> Amount.of(otherwise);
        };
    }
}
