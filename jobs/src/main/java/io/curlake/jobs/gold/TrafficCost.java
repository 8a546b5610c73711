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

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, GoldColumns.USAGE_AND_MEASURES);

    private TrafficCost() {}

    /** What is added up of line items. */
    public static Grouping grouping(Net net) {
        return GoldColumns.usedAndMeasured(GRAIN, net).where(ChargeText.TRAFFIC);
    }
}
