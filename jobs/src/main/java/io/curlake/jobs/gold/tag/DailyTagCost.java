package io.curlake.jobs.gold.tag;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.ChargeColumns;
import io.curlake.jobs.gold.GoldColumns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code daily_tag_cost}. Every charge is there once for every key: under its value, or under '' for untagged. */
public final class DailyTagCost {
    private static final List<String> OF_TAG = List.of("tag_kind", "tag_key", "tag_value");

    /** A row is one of these. */
    public static final List<String> GRAIN =
            List.of(GoldColumns.DAY, "usage_account_id", "tag_kind", "tag_key", "tag_value", "currency");

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, GoldColumns.MEASURES);

    private DailyTagCost() {}

    /** Charges of a day, an account and a set of labels: a pass over the line items that reads their maps. */
    public static Dataset<Row> charges(Dataset<Row> lineItems, Net net) {
        Column[] amounts = Arrays.stream(CostMeasure.values())
                .map(measure ->
                        AmountColumns.ofRows(kind -> measure.of(kind, net)).as(measure.columnName()))
                .toArray(Column[]::new);
        Column[] grain = Stream.concat(
                        Stream.of(ChargeColumns.day(), ChargeColumns.account(), ChargeColumns.currency()),
                        TagKeys.MAPS.stream().map(map -> col(map.columnName())))
                .toArray(Column[]::new);
        return lineItems
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .groupBy(grain)
                .agg(count(lit(1)).as(GoldColumns.ROWS), amounts);
    }

    /** @param keys of these charges */
    public static Dataset<Row> of(Dataset<Row> charges, TagKeys keys) {
        Column[] tags = keys.sorted().stream()
                .map(key -> struct(
                        lit(key.kind().columnValue()).as(OF_TAG.get(0)),
                        lit(key.name()).as(OF_TAG.get(1)),
                        keys.value(key).as(OF_TAG.get(2))))
                .toArray(Column[]::new);
        Dataset<Row> tagged = tags.length == 0
                ? withoutKeys(charges)
                : charges.withColumn("tag", explode(array(tags))).select("*", "tag.*");
        return GoldColumns.totals(tagged, GRAIN, GoldColumns.MEASURES);
    }

    private static Dataset<Row> withoutKeys(Dataset<Row> charges) {
        Dataset<Row> none = charges.limit(0);
        for (String name : OF_TAG) {
            none = none.withColumn(name, lit(""));
        }
        return none;
    }
}
