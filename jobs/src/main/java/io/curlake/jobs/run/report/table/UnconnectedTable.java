package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.report.concern.Unconnected.Account;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.util.Set;
import org.apache.spark.sql.Column;

/** Dropped spend by account, from {@code unconnected_cost}. */
public record UnconnectedTable(Warehouse warehouse, Months months, AccountNames names) {
    private static final String COST = "unblended_cost";

    /** The dearest first. */
    public ByCurrency<Account> read() {
        Column isNew = col("billing_period").equalTo(months.newest().toString());
        ByCurrency<Account> accounts = new ByCurrency<>();
        warehouse
                .tables()
                .readQuickly(
                        TableName.UNCONNECTED_COST,
                        Set.of(months.partition(months.newest()), months.partition(months.before())))
                .groupBy("currency", "usage_account_id")
                .agg(
                        max("usage_account_name").as("name"),
                        coalesce(sum(when(isNew, col("rows"))), lit(0L)).as("rows"),
                        Sums.where(isNew, COST).as("cost"),
                        Sums.where(isNew.unary_$bang(), COST).as("before"))
                .orderBy(abs(col("cost")).desc(), abs(col("before")).desc(), col("usage_account_id"))
                .collectAsList()
                .forEach(row -> accounts.add(
                        row.getString(0),
                        new Account(
                                row.getString(1),
                                names.of(row.getString(1), row.getString(2)),
                                row.getLong(3),
                                Sums.amount(row, 4),
                                Sums.amount(row, 5))));
        return accounts;
    }
}
