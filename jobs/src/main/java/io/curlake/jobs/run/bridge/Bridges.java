package io.curlake.jobs.run.bridge;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.grouping;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;

/** Reads the bridges of a period from the gold tables. */
public final class Bridges {
    /** What connected accounts used of commitments that stand with unconnected owners. */
    public static final String USED_FROM_OUTSIDE = "used_from_unconnected_owners";
    /** What unconnected accounts used of commitments that stand with connected owners. */
    public static final String USED_OUTSIDE = "used_by_unconnected_accounts";

    private final Warehouse warehouse;

    public Bridges(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** All invoices of a period together, then each of them; none where the period was never built. One Spark action. */
    public List<InvoiceBridge> of(Partition partition) {
        List<String> amounts = Arrays.stream(TableName.INVOICE.columns().fields())
                .filter(field -> field.dataType() instanceof DecimalType)
                .map(StructField::name)
                .toList();
        Column[] sums = Stream.concat(
                        Stream.of(grouping("invoice_id").as("is_all")),
                        amounts.stream()
                                .map(name -> ExactAmounts.total(col(name)).as(name)))
                .toArray(Column[]::new);
        return warehouse
                .tables()
                .readQuickly(TableName.INVOICE, partition)
                .cube("invoice_id", "currency")
                .agg(sum("rows").as("rows"), sums)
                .filter(col("currency").isNotNull())
                .orderBy(col("currency"), col("is_all").desc(), col("invoice_id"))
                .collectAsList()
                .stream()
                .map(row -> bridge(partition, row, amounts))
                .toList();
    }

    private static InvoiceBridge bridge(Partition partition, Row row, List<String> amounts) {
        Map<String, BigDecimal> byName = new LinkedHashMap<>();
        amounts.forEach(name -> byName.put(name, row.getAs(name)));
        boolean isAll = row.<Byte>getAs("is_all") == 1;
        return new InvoiceBridge(
                partition, isAll ? InvoiceBridge.ALL : row.getAs("invoice_id"), row.getAs("currency"), byName);
    }

    /**
     * What of the amortized cost of a period crosses the border between connected accounts and others, by currency: costs of
     * commitments are paid on one side and used on the other.
     */
    public Map<String, Map<String, BigDecimal>> acrossTheBorder(Partition partition) {
        Map<String, Map<String, BigDecimal>> across = new LinkedHashMap<>();
        Column isOurs = col("owner_is_connected");
        Column zero = lit(0).cast("decimal(38,18)");
        warehouse
                .tables()
                .readQuickly(TableName.COMMITMENT_DAILY, partition)
                .groupBy("currency")
                .agg(
                        coalesce(sum(when(not(isOurs), col("used_cost"))), zero).as(USED_FROM_OUTSIDE),
                        coalesce(sum(when(isOurs, col("unconnected_used_cost"))), zero)
                                .as(USED_OUTSIDE))
                .orderBy("currency")
                .collectAsList()
                .forEach(row -> across.put(
                        row.getString(0),
                        Map.of(USED_FROM_OUTSIDE, row.getDecimal(1), USED_OUTSIDE, row.getDecimal(2))));
        return across;
    }
}
