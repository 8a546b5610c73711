package io.curlake.jobs.gold.commitment;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.account.CommitmentArn;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.GoldColumns;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code commitment_daily}. Use is that of whole deliveries, whoever is connected, because the benefit of a
 * commitment crosses that border; fees are those of connected owners.
 */
public final class CommitmentDaily {
    /** A row is one of these. */
    public static final List<String> GRAIN = List.of(GoldColumns.DAY, "commitment_arn", "currency");

    private static final List<String> OF_USE =
            List.of("used_cost", "benefit", "unconnected_used_cost", "unconnected_benefit", "covered_cost", "negation");
    private static final List<String> ACROSS =
            List.of("benefit_from_unconnected_owner", "benefit_to_unconnected_accounts");
    private static final String OWNER = "owner_account_id";
    private static final String OWNER_IS_CONNECTED = "owner_is_connected";
    private static final String BY_ACCOUNT = "benefit_by_account";
    private static final String IS_CONNECTED = "_is_connected";
    private static final String USE_OF_ACCOUNT = "_used";
    private static final String BENEFIT_OF_ACCOUNT = "_benefit";

    public static final StructType SCHEMA = schema();

    private CommitmentDaily() {}

    /**
     * @param delivered of the table {@code delivered_cost}: the delivery that the period was loaded from
     * @param fees {@link CommitmentFees}
     * @param connected the accounts connected in the period, the payer included
     */
    public static Dataset<Row> of(Dataset<Row> delivered, Dataset<Row> fees, Set<String> connected) {
        Dataset<Row> use = byAccount(delivered, connected);
        Dataset<Row> daily = use.groupBy(GoldColumns.columns(GRAIN))
                .agg(
                        map_from_entries(collect_list(when(
                                        col(BENEFIT_OF_ACCOUNT).notEqual(0),
                                        struct(col("usage_account_id"), col(BENEFIT_OF_ACCOUNT)))))
                                .as(BY_ACCOUNT),
                        total(col(USE_OF_ACCOUNT), col(IS_CONNECTED)).as(OF_USE.get(0)),
                        total(col(BENEFIT_OF_ACCOUNT), col(IS_CONNECTED)).as(OF_USE.get(1)),
                        total(col(USE_OF_ACCOUNT), col(IS_CONNECTED).unary_$bang())
                                .as(OF_USE.get(2)),
                        total(col(BENEFIT_OF_ACCOUNT), col(IS_CONNECTED).unary_$bang())
                                .as(OF_USE.get(3)),
                        ExactAmounts.total(col(OF_USE.get(4))).as(OF_USE.get(4)),
                        ExactAmounts.total(col(OF_USE.get(5))).as(OF_USE.get(5)))
                .join(
                        fees,
                        scala.jdk.javaapi.CollectionConverters.asScala(GRAIN).toSeq(),
                        "full_outer");
        for (String name :
                Stream.of(OF_USE, CommitmentFees.AMOUNTS).flatMap(List::stream).toList()) {
            daily = daily.withColumn(name, coalesce(col(name), zero()));
        }
        return across(daily, connected).select(GoldColumns.columns(List.of(SCHEMA.fieldNames())));
    }

    private static Dataset<Row> across(Dataset<Row> daily, Set<String> connected) {
        return daily.withColumn(OWNER, regexp_extract(col("commitment_arn"), CommitmentArn.OWNER, 1))
                .withColumn(
                        "commitment_type",
                        when(col("commitment_arn").contains(":savingsplan"), "Savings Plan")
                                .otherwise("Reserved Instance"))
                .withColumn(OWNER_IS_CONNECTED, col(OWNER).isin(connected.toArray()))
                .withColumn(ACROSS.get(0), when(col(OWNER_IS_CONNECTED), zero()).otherwise(col("benefit")))
                .withColumn(
                        ACROSS.get(1),
                        when(col(OWNER_IS_CONNECTED), col("unconnected_benefit"))
                                .otherwise(zero()));
    }

    /** The use of a commitment by each account, and what it would have cost more on demand. */
    private static Dataset<Row> byAccount(Dataset<Row> delivered, Set<String> connected) {
        Column type = col("line_item_type");
        Column isPlan = type.equalTo("SavingsPlanCoveredUsage");
        Column isReserved = type.equalTo("DiscountedUsage");
        Column isNegation = type.equalTo("SavingsPlanNegation");
        Column effective = when(isPlan, col("savings_plan_effective_cost"))
                .when(isReserved, col("reservation_effective_cost"))
                .otherwise(zero());
        Column onDemand = when(isPlan, col("unblended_cost"))
                .when(isReserved, col("public_on_demand_cost"))
                .otherwise(zero());
        return delivered
                .filter(isPlan.or(isReserved)
                        .or(isNegation)
                        .and(col("commitment_arn").notEqual("")))
                .withColumn(USE_OF_ACCOUNT, effective)
                .withColumn(BENEFIT_OF_ACCOUNT, ExactAmounts.minus(onDemand, effective))
                .withColumn("covered_cost", when(isPlan, col("unblended_cost")).otherwise(zero()))
                .withColumn("negation", when(isNegation, col("unblended_cost")).otherwise(zero()))
                .groupBy(GoldColumns.columns(GoldColumns.both(GRAIN, List.of("usage_account_id"))))
                .agg(
                        ExactAmounts.total(col(USE_OF_ACCOUNT)).as(USE_OF_ACCOUNT),
                        ExactAmounts.total(col(BENEFIT_OF_ACCOUNT)).as(BENEFIT_OF_ACCOUNT),
                        ExactAmounts.total(col("covered_cost")).as("covered_cost"),
                        ExactAmounts.total(col("negation")).as("negation"))
                .withColumn(
                        IS_CONNECTED,
                        col("usage_account_id")
                                .equalTo("")
                                .or(col("usage_account_id").isin(connected.toArray())));
    }

    private static Column total(Column amount, Column where) {
        return coalesce(sum(when(where, amount)), zero()).cast(GoldColumns.MONEY);
    }

    private static Column zero() {
        return lit(0).cast(GoldColumns.MONEY);
    }

    private static StructType schema() {
        StructType schema = new StructType()
                .add(GoldColumns.DAY, DataTypes.DateType)
                .add("commitment_arn", DataTypes.StringType)
                .add("commitment_type", DataTypes.StringType)
                .add(OWNER, DataTypes.StringType)
                .add(OWNER_IS_CONNECTED, DataTypes.BooleanType)
                .add("currency", DataTypes.StringType);
        for (String name : Stream.of(CommitmentFees.AMOUNTS, OF_USE, ACROSS)
                .flatMap(List::stream)
                .toList()) {
            schema = schema.add(name, GoldColumns.MONEY);
        }
        return schema.add(BY_ACCOUNT, DataTypes.createMapType(DataTypes.StringType, GoldColumns.MONEY));
    }
}
