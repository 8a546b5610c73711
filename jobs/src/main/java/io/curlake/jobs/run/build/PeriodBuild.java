package io.curlake.jobs.run.build;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.DailyCharges;
import io.curlake.jobs.gold.DailyCost;
import io.curlake.jobs.gold.DailyResourceCost;
import io.curlake.jobs.gold.Feature;
import io.curlake.jobs.gold.TrafficCost;
import io.curlake.jobs.gold.commitment.CommitmentDaily;
import io.curlake.jobs.gold.commitment.CommitmentFees;
import io.curlake.jobs.gold.container.DailyContainerCost;
import io.curlake.jobs.gold.focus.FocusCostAndUsage;
import io.curlake.jobs.gold.invoice.Invoice;
import io.curlake.jobs.gold.tag.DailyTagCost;
import io.curlake.jobs.gold.tag.TagKeys;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** The gold tables of one period: written, read back and proved, and only then published. */
final class PeriodBuild {
    /**
     * What a build found out on its way.
     *
     * @param rows that were read
     * @param seconds that it took to write each table
     */
    record Built(Net net, long rows, Map<TableName, Double> seconds, List<String> remarks) {}

    private final Warehouse warehouse;
    private final LoadedDelivery loaded;
    private final Partition partition;
    private final String payer;
    private final ConnectedAccounts connected;
    private final Map<String, String> names;
    private final Dataset<Row> lineItems;

    PeriodBuild(Warehouse warehouse, LoadedDelivery loaded, ConnectedAccounts connected, Map<String, String> names) {
        this.warehouse = warehouse;
        this.loaded = loaded;
        this.partition = loaded.partition();
        this.payer = warehouse.config().source(partition.source()).payer().value();
        this.connected = connected;
        this.names = names;
        this.lineItems = warehouse.tables().read(TableName.LINE_ITEM, partition);
    }

    Built run(Runnable requireLock) {
        Set<Feature> features = Feature.of(lineItems);
        Dataset<Row> delivered = new RecordedCosts(warehouse, partition).of(loaded);
        Net net = net(features, delivered);
        Dataset<Row> charges = DailyCharges.of(lineItems, net, features).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> labelled = DailyTagCost.charges(lineItems, net).persist(StorageLevel.MEMORY_AND_DISK());
        StagedTables staged = new StagedTables(
                warehouse, loaded, StableDays.of(warehouse, loaded).column());
        try {
            TagKeys keys = TagKeys.of(labelled);
            staged.write(TableName.DAILY_COST, DailyCost.of(charges, names));
            staged.write(TableName.DAILY_RESOURCE_COST, DailyResourceCost.of(charges));
            staged.write(TableName.DAILY_TAG_COST, DailyTagCost.of(labelled, keys));
            staged.write(TableName.TRAFFIC_COST, TrafficCost.of(charges));
            staged.write(TableName.COMMITMENT_DAILY, commitments(delivered));
            staged.write(TableName.DAILY_CONTAINER_COST, containers(features, net));
            staged.write(TableName.INVOICE, invoices(delivered, net));
            staged.write(TableName.FOCUS_COST_AND_USAGE, FocusCostAndUsage.of(lineItems, net, names));
            KeptTotals kept = KeptTotals.of(warehouse, loaded, net);
            GoldProof.of(staged).require(kept, partition);
            requireLock.run();
            staged.commit();
            long rows = kept.rows().values().stream().mapToLong(count -> count).sum();
            return new Built(net, rows, staged.seconds(), keys.variants());
        } catch (Exception e) {
            staged.discard();
            throw e;
        } finally {
            charges.unpersist();
            labelled.unpersist();
        }
    }

    /** Decided by everybody's line items, because a contract is the payer's: those who are connected may have none. */
    private static Net net(Set<Feature> features, Dataset<Row> delivered) {
        boolean isDelivered = features.contains(Feature.NET_COST)
                || !delivered.filter(col("net_unblended_cost").notEqual(0)).isEmpty();
        return isDelivered ? Net.DELIVERED : Net.ABSENT;
    }

    private Dataset<Row> commitments(Dataset<Row> delivered) {
        Set<String> accounts = connected.in(partition.source(), partition.period()).stream()
                .map(AccountId::value)
                .collect(Collectors.toSet());
        return CommitmentDaily.of(delivered, CommitmentFees.of(lineItems), accounts);
    }

    private Dataset<Row> containers(Set<Feature> features, Net net) {
        return features.contains(Feature.SPLIT_COST)
                ? DailyContainerCost.of(lineItems, net)
                : warehouse.spark().createDataFrame(List.of(), DailyContainerCost.SCHEMA);
    }

    private Dataset<Row> invoices(Dataset<Row> delivered, Net net) {
        Dataset<Row> unconnected = warehouse.tables().readQuickly(TableName.UNCONNECTED_COST, partition);
        return Invoice.of(Invoice.kept(lineItems, net, partition.period()), delivered, unconnected, payer);
    }
}
