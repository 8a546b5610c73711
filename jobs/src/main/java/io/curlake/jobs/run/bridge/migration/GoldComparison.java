package io.curlake.jobs.run.bridge.migration;

import static io.curlake.jobs.gold.GoldColumns.ROWS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.bridge.migration.ComparedGold.Resources;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.SideBySide;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares what analysts query, where it is built from the newest loads of both sources. Three Spark actions. */
final class GoldComparison {
    private static final String UNBLENDED = CostMeasure.UNBLENDED.columnName();

    private final Warehouse warehouse;
    private final MigrationRequest request;
    private final ConnectedAccounts connected;
    private final SideBySide sides;
    private final Map<Partition, RecordedBuild> builds;

    GoldComparison(Warehouse warehouse, MigrationRequest request, ConnectedAccounts connected) {
        this.warehouse = warehouse;
        this.request = request;
        this.connected = connected;
        this.sides = new SideBySide(request.from().name(), GoldColumns.MEASURES);
        this.builds = RecordedBuild.all(warehouse);
    }

    /** The accounts that are connected to both sources in a period. */
    static SortedSet<AccountId> common(ConnectedAccounts connected, DeliveryPair pair) {
        SortedSet<AccountId> common =
                new TreeSet<>(connected.in(pair.from().partition().source(), pair.period()));
        common.retainAll(connected.in(pair.to().partition().source(), pair.period()));
        return common;
    }

    List<ComparedGold> of(List<DeliveryPair> pairs) {
        List<DeliveryPair> built =
                pairs.stream().filter(pair -> notBuilt(pair).isEmpty()).toList();
        if (built.isEmpty()) {
            return pairs.stream()
                    .map(pair -> ComparedGold.notBuilt(pair.period(), notBuilt(pair)))
                    .toList();
        }
        List<ComparedSum> costs = sides.read(sides.sums(
                rows(TableName.DAILY_COST, built),
                List.of(GoldColumns.DAY, "usage_account_id", "product_code", "line_item_type"),
                Map.of(Dimension.TOTAL, lit(""), Dimension.ACCOUNT, col("usage_account_id"))));
        List<ComparedSum> tags = sides.read(sides.sums(
                rows(TableName.DAILY_TAG_COST, built).filter(col("tag_value").notEqual("")),
                List.of(GoldColumns.DAY, "usage_account_id", "tag_kind", "tag_key", "tag_value"),
                Map.of(Dimension.TAG_KEY, concat_ws("/", col("tag_kind"), col("tag_key")))));
        List<Resources> resources = resources(built);
        return pairs.stream()
                .map(pair -> new ComparedGold(
                        pair.period(),
                        notBuilt(pair),
                        netCosts(pair),
                        costs.stream()
                                .filter(sum -> sum.period().equals(pair.period()))
                                .toList(),
                        tags.stream()
                                .filter(sum -> sum.period().equals(pair.period()))
                                .toList(),
                        resources.stream()
                                .filter(found -> found.period().equals(pair.period()))
                                .toList()))
                .toList();
    }

    private List<String> notBuilt(DeliveryPair pair) {
        return pair.both().stream()
                .filter(loaded -> ofPeriod(loaded.partition())
                        .filter(build -> build.isOf(loaded))
                        .isEmpty())
                .map(loaded -> loaded.partition().source())
                .toList();
    }

    private Set<String> netCosts(DeliveryPair pair) {
        return pair.partitions().stream()
                .filter(partition -> ofPeriod(partition)
                        .filter(build -> build.net() == Net.DELIVERED)
                        .isPresent())
                .map(Partition::source)
                .collect(Collectors.toSet());
    }

    private Optional<RecordedBuild> ofPeriod(Partition partition) {
        return Optional.ofNullable(builds.get(partition));
    }

    /** Those of accounts connected to both: what the others cost is told by who is connected. */
    private Dataset<Row> rows(TableName table, List<DeliveryPair> built) {
        Column ofCommon = built.stream()
                .map(pair -> col("billing_period")
                        .equalTo(pair.period().toString())
                        .and(col("usage_account_id")
                                .isin(common(connected, pair).stream()
                                        .map(AccountId::value)
                                        .toArray())))
                .reduce(Column::or)
                .orElseThrow();
        Set<Partition> partitions =
                built.stream().flatMap(pair -> pair.partitions().stream()).collect(Collectors.toSet());
        return warehouse.tables().readQuickly(table, partitions).filter(ofCommon);
    }

    private List<Resources> resources(List<DeliveryPair> built) {
        Column isFrom = col("source").equalTo(request.from().name());
        Column onlyFrom = col("to_rows").equalTo(0L);
        Column onlyTo = col("from_rows").equalTo(0L);
        return rows(TableName.DAILY_RESOURCE_COST, built)
                .filter(col("resource_id").notEqual(""))
                .groupBy("billing_period", "currency", "usage_account_id", "resource_id")
                .agg(
                        sum(when(isFrom, col(ROWS)).otherwise(0L)).as("from_rows"),
                        sum(when(isFrom, 0L).otherwise(col(ROWS))).as("to_rows"),
                        ExactAmounts.total(col(UNBLENDED)).as("cost"))
                .groupBy("billing_period", "currency")
                .agg(
                        count(when(onlyFrom, 1)),
                        ExactAmounts.total(when(onlyFrom, col("cost"))),
                        count(when(onlyTo, 1)),
                        ExactAmounts.total(when(onlyTo, col("cost"))),
                        count(when(onlyFrom.or(onlyTo).equalTo(false), 1)))
                .orderBy("billing_period", "currency")
                .collectAsList()
                .stream()
                .map(row -> new Resources(
                        BillingPeriod.parse(row.getString(0)),
                        row.getString(1),
                        row.getLong(2),
                        amount(row, 3),
                        row.getLong(4),
                        amount(row, 5),
                        row.getLong(6)))
                .toList();
    }

    private static BigDecimal amount(Row row, int column) {
        return row.isNullAt(column) ? BigDecimal.ZERO : row.getDecimal(column);
    }
}
