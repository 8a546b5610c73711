package io.curlake.jobs.table.staged;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import io.curlake.jobs.lineitem.sums.KeptCosts;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.storage.FileTasks;
import io.curlake.jobs.table.scan.MergedGroups;
import io.curlake.model.FileAmounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The rest of files that were scanned for their masks. The sums of files are here; the groups of unconnected cost, of
 * which an organization may have millions, stay on the executors until they are asked for.
 */
public final class MaskedRest implements Rest {
    private final SparkSession spark;
    private final JavaRDD<MaskTask.Scanned> scanned;
    private final List<MaskTask.Masked> files;

    /** @param scanned cached */
    private MaskedRest(SparkSession spark, JavaRDD<MaskTask.Scanned> scanned, List<MaskTask.Masked> files) {
        this.spark = spark;
        this.scanned = scanned;
        this.files = List.copyOf(files);
    }

    /** Scans the files and writes their masks. */
    public static MaskedRest of(SparkSession spark, MaskTask task, List<StagedFile> files) {
        JavaRDD<MaskTask.Scanned> scanned = new FileTasks(spark, "find the rows that are not kept")
                .lazily(files, file -> file.file().object().size(), task::scan)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new MaskedRest(spark, scanned, scanned.map(task::mask).collect());
    }

    /** What was found in each file. */
    public List<MaskTask.Masked> files() {
        return files;
    }

    @Override
    public List<FileAmounts> unconnected() {
        return files.stream().flatMap(file -> file.unconnected().stream()).toList();
    }

    @Override
    public List<FileAmounts> rejected() {
        return files.stream().flatMap(file -> file.rejected().stream()).toList();
    }

    @Override
    public Map<AccountAndType, Long> unconnectedRows() {
        Map<AccountAndType, Long> rows = new HashMap<>();
        files.forEach(file -> file.unconnectedRows().forEach((counted, n) -> rows.merge(counted, n, Long::sum)));
        return rows;
    }

    /** Rows and sums that were masked in the table already, of files that were written; by file and currency. */
    public List<FileAmounts> maskedBefore() {
        return files.stream().flatMap(file -> file.maskedBefore().stream()).toList();
    }

    /** Rows that are kept, by usage account. */
    public Map<String, Long> keptRows() {
        Map<String, Long> rows = new HashMap<>();
        files.forEach(file -> file.keptRows().forEach((account, n) -> rows.merge(account, n, Long::sum)));
        return rows;
    }

    /** Groups of kept rows are there for their tags only, which {@link #costsWith} adds to what they cost. */
    @Override
    public Dataset<Row> costs() {
        return MergedGroups.of(spark, groups().map(CostGroups::withRows), size(), CostGrain.COLUMNS)
                .drop(CostGrain.TAGS_HASH);
    }

    @Override
    public Dataset<Row> costsWith(KeptCosts kept) {
        return MergedGroups.of(spark, groups().union(kept.groups()), size() + kept.size(), CostGrain.COLUMNS)
                .filter(col("rows").gt(0));
    }

    private JavaRDD<CostGroups> groups() {
        return scanned.map(file -> file.found().groups());
    }

    private long size() {
        return files.stream().mapToLong(MaskTask.Masked::groups).sum();
    }

    @Override
    public void close() {
        scanned.unpersist(false);
    }
}
