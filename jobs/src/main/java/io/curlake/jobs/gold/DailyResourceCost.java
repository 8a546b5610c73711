package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

    /** @param charges {@link DailyCharges} */
    public static Dataset<Row> of(Dataset<Row> charges) {
        Column[] amounts = Stream.concat(
                        GoldColumns.MEASURES.stream()
                                .map(name -> ExactAmounts.total(col(name)).as(name)),
                        Stream.of(theOnly(PRODUCT)))
                .toArray(Column[]::new);
        return charges.groupBy(GoldColumns.columns(GRAIN))
                .agg(sum(GoldColumns.ROWS).as(GoldColumns.ROWS), amounts);
    }

    /** '' where there are several. */
    private static Column theOnly(String name) {
        return when(min(name).equalTo(max(name)), min(name)).otherwise(lit("")).as(name);
    }
}
