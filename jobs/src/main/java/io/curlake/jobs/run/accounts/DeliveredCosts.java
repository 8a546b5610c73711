package io.curlake.jobs.run.accounts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.account.catalog.DeliveredName;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Questions to the table {@code delivered_cost}, each one Spark job over the named deliveries, however many. */
final class DeliveredCosts {
    private static final String MONEY = "decimal(38,18)";

    private final Warehouse warehouse;

    DeliveredCosts(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param account empty for line items without a usage account */
    record Spend(Partition partition, String account, String currency, BigDecimal unblended) {}

    /** The unblended cost of each account. */
    List<Spend> spend(Collection<LoadedDelivery> deliveries) {
        return deliveries.isEmpty()
                ? List.of()
                : of(deliveries)
                        .groupBy("source", "billing_period", "usage_account_id", "currency")
                        .agg(sum("unblended_cost").cast(MONEY))
                        .collectAsList()
                        .stream()
                        .map(row -> new Spend(
                                new Partition(row.getString(0), BillingPeriod.parse(row.getString(1))),
                                row.getString(2),
                                row.getString(3),
                                row.getDecimal(4)))
                        .toList();
    }

    /** The last name that each account has in deliveries of one source, of which none is older than another. */
    Map<AccountId, DeliveredName> names(Collection<LoadedDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, DeliveredName> names = new HashMap<>();
        of(deliveries)
                .filter(col("usage_account_name").notEqual(""))
                .groupBy("usage_account_id")
                .agg(max(struct("billing_period", "usage_date", "usage_account_name")))
                .collectAsList()
                .stream()
                .filter(row -> AccountId.isValid(row.getString(0)))
                .forEach(row -> names.put(
                        new AccountId(row.getString(0)),
                        new DeliveredName(
                                BillingPeriod.parse(row.getStruct(1).getString(0)),
                                row.getStruct(1).getString(2))));
        return names;
    }

    /**
     * A part of a delivery.
     *
     * @param account only where it is one of those asked for, or the line items are of a commitment
     * @param product only where the account is one of those asked for
     * @param effective what a commitment's covered usage costs
     */
    record Part(
            BillingPeriod period,
            String currency,
            String account,
            String product,
            String commitment,
            long rows,
            BigDecimal unblended,
            BigDecimal effective) {}

    /** All cost of some deliveries of one source: by product for the named accounts, by account for commitments. */
    List<Part> parts(Collection<LoadedDelivery> deliveries, AccountId payer, Collection<AccountId> accounts) {
        Column owned = col("usage_account_id");
        Column account = when(owned.equalTo(""), lit(payer.value())).otherwise(owned);
        Column asked = account.isin(accounts.stream().map(AccountId::value).toArray());
        return of(deliveries)
                .groupBy(
                        col("billing_period"),
                        col("currency"),
                        when(asked.or(col("commitment_arn").notEqual("")), account)
                                .otherwise("")
                                .as("account"),
                        when(asked, col("product_code")).otherwise("").as("product"),
                        col("commitment_arn"))
                .agg(
                        sum("rows"),
                        sum("unblended_cost").cast(MONEY),
                        sum("savings_plan_effective_cost").cast(MONEY),
                        sum("reservation_effective_cost").cast(MONEY))
                .collectAsList()
                .stream()
                .map(DeliveredCosts::part)
                .toList();
    }

    private static Part part(Row row) {
        return new Part(
                BillingPeriod.parse(row.getString(0)),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                amount(row, 6),
                amount(row, 7).add(amount(row, 8)));
    }

    private static BigDecimal amount(Row row, int column) {
        return row.isNullAt(column) ? BigDecimal.ZERO : row.getDecimal(column);
    }

    private Dataset<Row> of(Collection<LoadedDelivery> deliveries) {
        Column named = deliveries.stream()
                .map(delivery -> col("billing_period")
                        .equalTo(delivery.partition().period().toString())
                        .and(col("source").equalTo(delivery.partition().source()))
                        .and(col("delivery_id").equalTo(delivery.deliveryId()))
                        .and(col("manifest_etag").equalTo(delivery.manifest().version())))
                .reduce(Column::or)
                .orElseThrow();
        Set<Partition> partitions =
                deliveries.stream().map(LoadedDelivery::partition).collect(Collectors.toSet());
        return warehouse
                .tables()
                .readQuickly(TableName.DELIVERED_COST, partitions)
                .filter(named);
    }
}
