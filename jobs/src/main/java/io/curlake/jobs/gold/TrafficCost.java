package io.curlake.jobs.gold;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.ChargeText;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The table {@code traffic_cost}: charges for bytes that move. */
public final class TrafficCost {
    /** A row is one of these. */
    public static final List<String> GRAIN = List.of(
            GoldColumns.DAY,
            "usage_account_id",
            "product_code",
            "traffic",
            "from_location",
            "to_location",
            "usage_type",
            "pricing_unit",
            "currency");

    private static final List<String> AMOUNTS = GoldColumns.both(List.of(GoldColumns.USAGE), GoldColumns.MEASURES);

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, AMOUNTS);

    private TrafficCost() {}

    /** What is added up of line items. */
    public static Grouping grouping(Net net) {
        return GoldColumns.adding(Grouping.byDayAnd(GoldColumns.withoutDay(GRAIN)), AMOUNTS, net)
                .where(ChargeText.TRAFFIC);
    }
}
