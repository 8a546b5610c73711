package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Commitment;
import io.curlake.jobs.report.concern.Commitments;
import io.curlake.jobs.report.concern.Coverage;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Utilization from {@code commitment_daily}, coverage from {@code daily_cost}. */
public record CommitmentTables(
        ByCurrency<Commitment> month, ByCurrency<Commitment> before, ByCurrency<Coverage> coverage) {
    private static final int LINES = 15;
    private static final String PUBLIC = "list_cost";

    public static CommitmentTables read(Warehouse warehouse, Months months) {
        return new CommitmentTables(
                commitments(warehouse, months, months.newest()),
                commitments(warehouse, months, months.before()),
                coverage(warehouse, months));
    }

    private static ByCurrency<Commitment> commitments(Warehouse warehouse, Months months, BillingPeriod period) {
        Column isOwn = col("owner_is_connected");
        ByCurrency<Commitment> commitments = new ByCurrency<>();
        warehouse
                .tables()
                .readQuickly(TableName.COMMITMENT_DAILY, months.partition(period))
                .groupBy("currency", "commitment_arn")
                .agg(
                        max("commitment_type"),
                        max("owner_account_id"),
                        Sums.where(isOwn, "committed_cost"),
                        Sums.total("used_cost"),
                        Sums.total("unconnected_used_cost"),
                        Sums.where(isOwn, "unused_cost").as("unused"),
                        Sums.total("benefit"))
                .orderBy(col("unused").desc(), col("commitment_arn"))
                .collectAsList()
                .forEach(row -> commitments.add(row.getString(0), commitment(row)));
        return commitments;
    }

    private static Commitment commitment(Row row) {
        return new Commitment(
                row.getString(2),
                row.getString(1),
                row.getString(3),
                Sums.amount(row, 4),
                Sums.amount(row, 5),
                Sums.amount(row, 6),
                Sums.amount(row, 7),
                Sums.amount(row, 8));
    }

    private static ByCurrency<Coverage> coverage(Warehouse warehouse, Months months) {
        ByCurrency<Coverage> coverage = new ByCurrency<>();
        warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, Set.of(months.partition(months.newest())))
                .groupBy("currency", "product_code")
                .agg(
                        bought("Savings Plan"),
                        bought("Reserved Instance"),
                        bought("Spot"),
                        bought("On Demand").as("on_demand"))
                .orderBy(col("on_demand").desc(), col("product_code"))
                .collectAsList()
                .stream()
                .filter(row -> row.getDecimal(2).add(row.getDecimal(3)).signum() != 0)
                .forEach(row -> coverage.add(
                        row.getString(0),
                        new Coverage(
                                row.getString(1),
                                Sums.amount(row, 2),
                                Sums.amount(row, 3),
                                Sums.amount(row, 4),
                                Sums.amount(row, 5))));
        return coverage;
    }

    private static Column bought(String option) {
        return Sums.where(col("purchase_option").equalTo(lit(option)), PUBLIC);
    }

    public Set<String> currencies() {
        return month.currencies();
    }

    public Commitments of(String currency) {
        List<Commitment> wasteful = month.of(currency).stream()
                .sorted(Comparator.comparing(Commitment::unused).reversed().thenComparing(Commitment::arn))
                .toList();
        return new Commitments(
                Top.of(wasteful, LINES, Commitment.NONE, Commitment::plus),
                before.of(currency).stream().reduce(Commitment.NONE, Commitment::plus),
                Top.of(coverage.of(currency), LINES, Coverage.NONE, Coverage::plus));
    }
}
