package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.nullif;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.lineitem.scan.group.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code daily_cost}. */
public final class DailyCost {
    /** A row is one of these. */
    public static final List<String> GRAIN = List.of(
            GoldColumns.DAY,
            "payer_account_id",
            "usage_account_id",
            "product_code",
            "service",
            "region",
            "line_item_type",
            "purchase_option",
            "currency");

    private static final String ACCOUNT_NAME = "usage_account_name";

    public static final StructType SCHEMA =
            GoldColumns.schema(GRAIN, GoldColumns.USAGE_AND_MEASURES).add(ACCOUNT_NAME, DataTypes.StringType);

    private DailyCost() {}

    /** What is added up of line items. */
    public static Grouping grouping(Net net) {
        return GoldColumns.usedAndMeasured(GRAIN, net).noting(ACCOUNT_NAME, Note.LAST);
    }

    /**
     * @param rows of the table as line items name accounts
     * @param names of accounts, for line items that state none, as those of legacy reports
     */
    public static Dataset<Row> named(Dataset<Row> rows, Map<String, String> names) {
        return rows.withColumn(ACCOUNT_NAME, coalesce(nullif(col(ACCOUNT_NAME), lit("")), known(names), lit("")));
    }

    private static Column known(Map<String, String> names) {
        if (names.isEmpty()) {
            return lit("");
        }
        List<String> accounts = new ArrayList<>(names.keySet());
        return map_from_arrays(
                        lit(accounts.toArray(String[]::new)),
                        lit(accounts.stream().map(names::get).toArray(String[]::new)))
                .getItem(col("usage_account_id"));
    }
}
