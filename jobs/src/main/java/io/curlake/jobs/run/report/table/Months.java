package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * All built months of a source by service and currency: one Spark job.
 *
 * @param builds by partition, of the source only
 */
public record Months(String source, Map<Partition, RecordedBuild> builds, List<Cost> costs) {

    /** @param billed unblended */
    public record Cost(BillingPeriod period, String currency, String service, BigDecimal cost, BigDecimal billed) {}

    public static Months of(Warehouse warehouse, String source) {
        Map<Partition, RecordedBuild> builds = RecordedBuild.all(warehouse).entrySet().stream()
                .filter(build -> build.getKey().source().equals(source))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (builds.isEmpty()) {
            return new Months(source, builds, List.of());
        }
        List<Cost> costs = warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, builds.keySet())
                .groupBy("billing_period", "currency", "product_code")
                .agg(Sums.total("net_amortized_cost"), Sums.total("unblended_cost"))
                .orderBy(col("billing_period"), col("currency"), col("product_code"))
                .collectAsList()
                .stream()
                .map(Months::cost)
                .toList();
        return new Months(source, builds, costs);
    }

    private static Cost cost(Row row) {
        return new Cost(
                BillingPeriod.parse(row.getString(0)),
                row.getString(1),
                row.getString(2),
                Sums.amount(row, 3),
                Sums.amount(row, 4));
    }

    public boolean isEmpty() {
        return builds.isEmpty();
    }

    /** The newest that was built. */
    public BillingPeriod newest() {
        return builds.keySet().stream()
                .map(Partition::period)
                .max(BillingPeriod::compareTo)
                .orElseThrow();
    }

    public BillingPeriod before() {
        return new BillingPeriod(newest().month().minusMonths(1));
    }

    public Partition partition(BillingPeriod period) {
        return new Partition(source, period);
    }

    /** The newest month and, where it was built, the one before it. */
    public Set<Partition> lastTwo() {
        return Set.of(partition(newest()), partition(before())).stream()
                .filter(builds::containsKey)
                .collect(Collectors.toSet());
    }

    public Set<String> currencies() {
        return costs.stream().map(Cost::currency).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Unblended cost of a period in the gold tables. */
    public BigDecimal billed(BillingPeriod period, String currency) {
        return costs.stream()
                .filter(cost -> cost.period().equals(period) && cost.currency().equals(currency))
                .map(Cost::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
