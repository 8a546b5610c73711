package io.curlake.jobs.run.comparison;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All of two deliveries in one currency. */
public record CurrencyTotal(String currency, Side before, Side after) {
    /**
     * What one delivery holds.
     *
     * @param effective of reservations and Savings Plans together
     */
    public record Side(long rows, BigDecimal unblended, BigDecimal effective) {
        static final Side NONE = new Side(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Side plus(Side other) {
            return new Side(rows + other.rows, unblended.add(other.unblended), effective.add(other.effective));
        }

        /** This less the other. */
        public Side minus(Side other) {
            return new Side(
                    rows - other.rows, unblended.subtract(other.unblended), effective.subtract(other.effective));
        }

        boolean isSame(Side other) {
            Side difference = minus(other);
            return difference.rows == 0 && difference.unblended.signum() == 0 && difference.effective.signum() == 0;
        }
    }

    /** After minus before. */
    public Side change() {
        return after.minus(before);
    }

    /** Whether the causes explain all that changed, to the last decimal. */
    boolean isExplainedBy(List<CauseTotal> causes) {
        Side explained = causes.stream()
                .filter(cause -> cause.currency().equals(currency))
                .map(cause -> new Side(cause.rows(), cause.unblended(), cause.effective()))
                .reduce(Side.NONE, Side::plus);
        return explained.isSame(change());
    }

    /** Measured: one Spark action. */
    static List<CurrencyTotal> of(Dataset<Row> before, Dataset<Row> after) {
        SortedMap<String, Side> befores = new TreeMap<>();
        SortedMap<String, Side> afters = new TreeMap<>();
        before.withColumn("is_after", lit(false))
                .select(columns())
                .unionAll(after.withColumn("is_after", lit(true)).select(columns()))
                .groupBy("is_after", "currency")
                .agg(sum("rows"), ExactAmounts.total(col("unblended")), ExactAmounts.total(col("effective")))
                .collectAsList()
                .forEach(row -> (row.getBoolean(0) ? afters : befores)
                        .put(row.getString(1), new Side(row.getLong(2), row.getDecimal(3), row.getDecimal(4))));
        return of(befores, afters);
    }

    /** As the ledgers of the loads recorded it. */
    static List<CurrencyTotal> of(Warehouse warehouse, LoadedDelivery before, LoadedDelivery after) {
        List<Row> ledgers = warehouse.tables().rows(TableName.RECONCILIATION);
        return of(ledger(ledgers, before.loadId()), ledger(ledgers, after.loadId()));
    }

    private static List<CurrencyTotal> of(SortedMap<String, Side> before, SortedMap<String, Side> after) {
        SortedMap<String, Side> all = new TreeMap<>(before);
        all.putAll(after);
        List<CurrencyTotal> totals = new ArrayList<>();
        all.keySet()
                .forEach(currency -> totals.add(new CurrencyTotal(
                        currency, before.getOrDefault(currency, Side.NONE), after.getOrDefault(currency, Side.NONE))));
        return totals;
    }

    private static SortedMap<String, Side> ledger(List<Row> ledgers, String loadId) {
        SortedMap<String, Side> sides = new TreeMap<>();
        for (Row row : ledgers) {
            if (row.<String>getAs("load_id").equals(loadId)) {
                List.of("kept_", "unconnected_")
                        .forEach(prefix -> sides.merge(row.getAs("currency"), side(row, prefix), Side::plus));
            }
        }
        return sides;
    }

    private static Side side(Row row, String prefix) {
        return new Side(
                row.<Long>getAs(prefix + "rows"),
                row.getAs(prefix + "unblended_cost"),
                row.<BigDecimal>getAs(prefix + "reservation_effective_cost")
                        .add(row.<BigDecimal>getAs(prefix + "savings_plan_effective_cost")));
    }

    private static Column[] columns() {
        return new Column[] {
            col("is_after"),
            col("currency"),
            col("rows"),
            col("unblended_cost").as("unblended"),
            ExactAmounts.plus(col("reservation_effective_cost"), col("savings_plan_effective_cost"))
                    .as("effective")
        };
    }
}
