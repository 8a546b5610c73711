package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The one pass over the line items of a period that most gold tables are made of: charges of a day that look alike, with
 * exact sums. Hours become a day here, so that what follows is small.
 */
public final class DailyCharges {
    static final String USAGE = "usage_amount";
    static final String USAGE_TYPE = "usage_type";
    static final List<String> FROM_AND_TO = List.of("from_location", "to_location");
    static final List<String> AMOUNTS = GoldColumns.both(List.of(USAGE), GoldColumns.MEASURES);

    private DailyCharges() {}

    /** Lazy; to be cached by who needs it more than once. */
    public static Dataset<Row> of(Dataset<Row> lineItems, Net net, Set<Feature> features) {
        Column[] amounts = Stream.concat(
                        Stream.of(AmountColumns.total(col(LineItemColumn.LINE_ITEM_USAGE_AMOUNT.columnName()))
                                .as(USAGE)),
                        Arrays.stream(CostMeasure.values())
                                .map(measure -> AmountColumns.ofRows(kind -> measure.of(kind, net))
                                        .as(measure.columnName())))
                .toArray(Column[]::new);
        return lineItems
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .groupBy(grain(features).toArray(Column[]::new))
                .agg(count(lit(1)).as(GoldColumns.ROWS), amounts);
    }

    private static List<Column> grain(Set<Feature> features) {
        return List.of(
                ChargeColumns.day(),
                ChargeColumns.payer(),
                ChargeColumns.account(),
                ChargeColumns.accountName(),
                ChargeColumns.productCode(),
                ChargeColumns.service(),
                ChargeColumns.region(features),
                ChargeColumns.lineItemType(),
                ChargeColumns.purchaseOption(),
                ChargeColumns.usageType(),
                ChargeColumns.resource(),
                ChargeColumns.commitment(),
                ChargeColumns.invoice(),
                ChargeColumns.text(LineItemColumn.PRICING_UNIT).as("pricing_unit"),
                place(LineItemColumn.PRODUCT_FROM_REGION_CODE, LineItemColumn.PRODUCT_FROM_LOCATION)
                        .as("from_location"),
                place(LineItemColumn.PRODUCT_TO_REGION_CODE, LineItemColumn.PRODUCT_TO_LOCATION)
                        .as("to_location"),
                ChargeColumns.currency());
    }

    /** The region where there is one, else the location: "External", "Amazon CloudFront". */
    private static Column place(LineItemColumn region, LineItemColumn location) {
        return coalesce(nullif(col(region.columnName()), lit("")), ChargeColumns.text(location));
    }
}
