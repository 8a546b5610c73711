package io.curlake.jobs.run.build;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.DailyCost;
import io.curlake.jobs.gold.DailyResourceCost;
import io.curlake.jobs.gold.TrafficCost;
import io.curlake.jobs.gold.commitment.CommitmentDaily;
import io.curlake.jobs.gold.commitment.CommitmentFees;
import io.curlake.jobs.gold.container.DailyContainerCost;
import io.curlake.jobs.gold.focus.FocusCostAndUsage;
import io.curlake.jobs.gold.invoice.Invoice;
import io.curlake.jobs.gold.scan.FeatureScan.Feature;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.FileMaps;
import io.curlake.jobs.gold.tag.DailyTagCost;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.build.PeriodCharges.Sums;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.scan.PartitionScan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
    private final BuildFacts facts;

    PeriodBuild(Warehouse warehouse, LoadedDelivery loaded, BuildFacts facts) {
        this.warehouse = warehouse;
        this.loaded = loaded;
        this.partition = loaded.partition();
        this.payer = warehouse.config().source(partition.source()).payer().value();
        this.facts = facts;
    }

    Built run(Runnable requireLock) {
        PartitionScan files = warehouse.tables().scan(TableName.LINE_ITEM, partition);
        Set<Feature> features = PeriodCharges.features(files);
        Dataset<Row> delivered = new RecordedCosts(warehouse, partition).of(loaded);
        Net net = net(features, delivered);
        StagedTables staged = new StagedTables(
                warehouse,
                loaded,
                StableDays.of(warehouse, loaded, facts.loads(partition)).column());
        try (PeriodCharges charges = new PeriodCharges(warehouse.spark(), files, scan(features, net))) {
            staged.write(TableName.DAILY_COST, dailyCost(charges));
            staged.write(TableName.DAILY_RESOURCE_COST, charges.of(Sums.DAILY_RESOURCE_COST, DailyResourceCost.SCHEMA));
            staged.write(TableName.DAILY_TAG_COST, charges.tagged());
            staged.write(TableName.TRAFFIC_COST, charges.of(Sums.TRAFFIC_COST, TrafficCost.SCHEMA));
            staged.write(TableName.COMMITMENT_DAILY, commitments(delivered, charges));
            staged.write(
                    TableName.DAILY_CONTAINER_COST, charges.of(Sums.DAILY_CONTAINER_COST, DailyContainerCost.SCHEMA));
            staged.write(TableName.INVOICE, invoices(delivered, charges));
            staged.write(TableName.FOCUS_COST_AND_USAGE, focus(net));
            KeptTotals kept = KeptTotals.of(warehouse, loaded, net);
            GoldProof.of(staged).require(kept, partition);
            warehouse.stages().done(kept.stage(partition));
            requireLock.run();
            staged.commit();
            long rows = kept.rows().values().stream().mapToLong(count -> count).sum();
            return new Built(net, rows, staged.seconds(), charges.tagKeys().variants());
        } catch (Exception e) {
            staged.discard();
            throw e;
        }
    }

    private PeriodCharges.ScanOfFile scan(Set<Feature> features, Net net) {
        EnumMap<Sums, Grouping> groupings = new EnumMap<>(Map.of(
                Sums.DAILY_COST, DailyCost.grouping(net),
                Sums.DAILY_RESOURCE_COST, DailyResourceCost.grouping(net),
                Sums.TRAFFIC_COST, TrafficCost.grouping(net),
                Sums.DAILY_CONTAINER_COST, DailyContainerCost.grouping(net),
                Sums.INVOICE, Invoice.grouping(net),
                Sums.COMMITMENT_FEES, CommitmentFees.grouping(),
                Sums.LABELLED, DailyTagCost.grouping(net)));
        FileMaps.Regions regions = features.contains(Feature.REGION_CODE)
                ? FileMaps.Regions.IN_A_COLUMN
                : FileMaps.Regions.AMONG_PRODUCT_ATTRIBUTES;
        return new PeriodCharges.ScanOfFile(groupings, partition.period(), regions);
    }

    /** Decided by everybody's line items, because a contract is the payer's: those who are connected may have none. */
    private static Net net(Set<Feature> features, Dataset<Row> delivered) {
        boolean isDelivered = features.contains(Feature.NET_COST)
                || !delivered.filter(col("net_unblended_cost").notEqual(0)).isEmpty();
        return isDelivered ? Net.DELIVERED : Net.ABSENT;
    }

    private Dataset<Row> dailyCost(PeriodCharges charges) {
        return DailyCost.named(charges.of(Sums.DAILY_COST, DailyCost.SCHEMA), facts.names(partition.source()));
    }

    private Dataset<Row> commitments(Dataset<Row> delivered, PeriodCharges charges) {
        return CommitmentDaily.of(
                delivered, charges.of(Sums.COMMITMENT_FEES, CommitmentFees.grouped()), facts.connected(partition));
    }

    private Dataset<Row> invoices(Dataset<Row> delivered, PeriodCharges charges) {
        Dataset<Row> unconnected = warehouse.tables().readQuickly(TableName.UNCONNECTED_COST, partition);
        return Invoice.of(charges.of(Sums.INVOICE, Invoice.grouped()), delivered, unconnected, payer);
    }

    private Dataset<Row> focus(Net net) {
        return FocusCostAndUsage.of(
                warehouse.tables().read(TableName.LINE_ITEM, partition), net, facts.names(partition.source()));
    }
}
