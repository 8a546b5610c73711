package io.curlake.jobs.gold;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.lineitem.scan.group.Note;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code daily_resource_cost}. A covered instance shows its share of the commitment as amortized cost; the fee's
 * line, whose resource is the commitment or none, shows what nothing used.
 */
public final class DailyResourceCost {
    /** A row is one of these; resource '' is what is of no resource. */
    public static final List<String> GRAIN =
            List.of(GoldColumns.DAY, "usage_account_id", "region", "resource_id", "currency");

    private static final String PRODUCT = "product_code";

    public static final StructType SCHEMA =
            GoldColumns.schema(GRAIN, GoldColumns.MEASURES).add(PRODUCT, DataTypes.StringType);

    private DailyResourceCost() {}

    /** What is added up of line items. A product is '' where a resource has several. */
    public static Grouping grouping(Net net) {
        return GoldColumns.measured(GRAIN, net).noting(PRODUCT, Note.ONLY);
    }
}
