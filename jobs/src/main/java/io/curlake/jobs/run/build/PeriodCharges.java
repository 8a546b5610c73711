package io.curlake.jobs.run.build;

import io.curlake.jobs.gold.scan.ChargeScan;
import io.curlake.jobs.gold.scan.FeatureScan;
import io.curlake.jobs.gold.scan.FeatureScan.Feature;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.FileMaps;
import io.curlake.jobs.gold.tag.DailyTagCost;
import io.curlake.jobs.gold.tag.TagKeys;
import io.curlake.jobs.lineitem.scan.RowMask;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import io.curlake.jobs.storage.maps.MapNumbers;
import io.curlake.jobs.table.scan.MergedGroups;
import io.curlake.jobs.table.scan.PartitionScan;
import io.curlake.jobs.table.scan.PartitionScan.OpenFile;
import io.curlake.model.BillingPeriod;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** The line items of a period as their files add up to in one pass; the sums stay on the executors until they are asked for. */
final class PeriodCharges implements AutoCloseable {
    /** What is added up. */
    enum Sums {
        DAILY_COST,
        DAILY_RESOURCE_COST,
        TRAFFIC_COST,
        DAILY_CONTAINER_COST,
        INVOICE,
        COMMITMENT_FEES,
        LABELLED
    }

    private final SparkSession spark;
    private final JavaRDD<EnumMap<Sums, TextGroups>> files;
    private final EnumMap<Sums, Long> sizes = new EnumMap<>(Sums.class);
    private final TagKeys keys;

    /** Scans the files. */
    PeriodCharges(SparkSession spark, PartitionScan files, ScanOfFile scan) {
        this.spark = spark;
        this.files = files.lazily("add line items up", scan.columns(), scan).persist(StorageLevel.MEMORY_AND_DISK());
        List<Found> found = this.files.map(Found::of).collect();
        found.forEach(file -> file.sizes().forEach((which, groups) -> sizes.merge(which, groups, Long::sum)));
        this.keys = TagKeys.of(found.stream().map(Found::keys).toList());
    }

    /** What the driver gets to know of a file. */
    private record Found(EnumMap<Sums, Long> sizes, TagKeys keys) implements Serializable {
        static Found of(EnumMap<Sums, TextGroups> groups) {
            EnumMap<Sums, Long> sizes = new EnumMap<>(Sums.class);
            groups.forEach((which, ofFile) -> sizes.put(which, (long) ofFile.size()));
            return new Found(sizes, DailyTagCost.keys(ofFile(groups, Sums.LABELLED)));
        }
    }

    /** What is done with each file on an executor. */
    record ScanOfFile(EnumMap<Sums, Grouping> groupings, BillingPeriod period, FileMaps.Regions regions)
            implements PartitionScan.FileScan<EnumMap<Sums, TextGroups>> {
        /** The columns that the scan needs. */
        StructType columns() {
            FileMaps unread = new FileMaps(
                    (columns, fold) -> {
                        throw new IllegalStateException("no row is read to know the columns");
                    },
                    regions);
            return scan(unread, RowMask.NONE).columns();
        }

        @Override
        public EnumMap<Sums, TextGroups> of(OpenFile file) {
            try (FileMaps maps = new FileMaps(
                    (columns, fold) -> MapNumbers.open(file.storage(), file.object(), columns, fold), regions)) {
                ChargeScan scan = scan(maps, file.mask());
                file.batches().read(file.object(), scan::add);
                EnumMap<Sums, TextGroups> groups = new EnumMap<>(Sums.class);
                Iterator<TextGroups> inOrder = scan.groups().iterator();
                groupings.keySet().forEach(which -> groups.put(which, inOrder.next()));
                return groups;
            }
        }

        private ChargeScan scan(FileMaps maps, RowMask mask) {
            return new ChargeScan(List.copyOf(groupings.values()), period, maps, mask);
        }
    }

    /** What the line items of a period have at all. Reads few columns. */
    static Set<Feature> features(PartitionScan files) {
        Set<Feature> found = new HashSet<>();
        files.lazily("find out what line items have", new FeatureScan(RowMask.NONE).columns(), file -> {
                    FeatureScan scan = new FeatureScan(file.mask());
                    file.batches().read(file.object(), scan::add);
                    return List.copyOf(scan.features());
                })
                .collect()
                .forEach(found::addAll);
        return found;
    }

    /** The keys of all tags. */
    TagKeys tagKeys() {
        return keys;
    }

    /**
     * The sums over all files.
     *
     * @param columns of the sums
     */
    Dataset<Row> of(Sums which, StructType columns) {
        JavaRDD<TextGroups> ofFiles = files.map(groups -> ofFile(groups, which));
        return MergedGroups.of(spark, ofFiles, size(which), columns);
    }

    /** The rows of {@code daily_tag_cost}. */
    Dataset<Row> tagged() {
        TagKeys all = keys;
        JavaRDD<TextGroups> ofFiles = files.map(groups -> DailyTagCost.of(ofFile(groups, Sums.LABELLED), all));
        return MergedGroups.of(spark, ofFiles, size(Sums.LABELLED) * Math.max(1, all.size()), DailyTagCost.SCHEMA);
    }

    /** Gives up the sums on the executors. */
    @Override
    public void close() {
        files.unpersist(false);
    }

    private long size(Sums which) {
        return sizes.getOrDefault(which, 0L);
    }

    private static TextGroups ofFile(EnumMap<Sums, TextGroups> groups, Sums which) {
        return Objects.requireNonNull(groups.get(which));
    }
}
