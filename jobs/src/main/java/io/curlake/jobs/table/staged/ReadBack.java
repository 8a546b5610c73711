package io.curlake.jobs.table.staged;

import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.lineitem.scan.KeptScan;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import io.curlake.jobs.lineitem.sums.KeptCosts;
import io.curlake.jobs.storage.FileTasks;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.VectorFile;
import io.curlake.jobs.table.scan.MergedGroups;
import io.curlake.model.FileAmounts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * What readers will see of the files of a publication, read from the stores where they lie and through their masks. The
 * sums of files are here; their groups stay on the executors until they are asked for or given up.
 */
public final class ReadBack implements KeptCosts, AutoCloseable {
    private final SparkSession spark;
    private final JavaRDD<Seen> seen;
    private final List<OfFile> files;

    private ReadBack(SparkSession spark, JavaRDD<Seen> seen) {
        this.spark = spark;
        this.seen = seen;
        this.files = seen.map(Seen::ofFile).collect();
    }

    private record Seen(int number, CostGroups groups) implements Serializable {
        OfFile ofFile() {
            return new OfFile(groups.amounts(number), groups.rowsByAccountAndType(), groups.size());
        }
    }

    private record OfFile(List<FileAmounts> amounts, Map<AccountAndType, Long> rows, long groups)
            implements Serializable {}

    private record Task(Storage storage, ParquetBatches batches, StructType columns, VectorFile vectors)
            implements Serializable {
        Seen read(StagedFile file) {
            KeptScan scan = new KeptScan(columns, vectors.mask(Optional.ofNullable(file.mask())));
            try (FileTags tags =
                    file.isWritten() ? FileTags.of(storage, file.file().object()) : FileTags.none()) {
                batches.read(file.file().object(), batch -> scan.add(batch, tags.next(batch.numRows())));
            }
            return new Seen(file.number(), scan.groups());
        }
    }

    /**
     * Reads files back.
     *
     * @param columns those of {@link KeptScan#columns} that the files have
     */
    public static ReadBack of(
            SparkSession spark, Storage storage, StructType columns, VectorFile vectors, List<StagedFile> files) {
        Task task = new Task(storage, ParquetBatches.of(spark, columns), columns, vectors);
        JavaRDD<Seen> seen = new FileTasks(spark, "read back what will be published")
                .lazily(files, file -> file.file().object().size(), task::read)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new ReadBack(spark, seen);
    }

    /** Rows and exact sums by delivered file and currency. */
    public List<FileAmounts> amounts() {
        return files.stream().flatMap(file -> file.amounts().stream()).toList();
    }

    /** Rows by usage account and line item type. */
    public Map<AccountAndType, Long> rows() {
        Map<AccountAndType, Long> rows = new HashMap<>();
        files.forEach(file -> file.rows().forEach((counted, n) -> rows.merge(counted, n, Long::sum)));
        return rows;
    }

    @Override
    public Dataset<Row> costs() {
        return MergedGroups.of(spark, groups(), size(), CostGrain.COLUMNS);
    }

    @Override
    public JavaRDD<CostGroups> groups() {
        return seen.map(Seen::groups);
    }

    @Override
    public long size() {
        return files.stream().mapToLong(OfFile::groups).sum();
    }

    /** Gives up the groups on the executors. */
    @Override
    public void close() {
        seen.unpersist(false);
    }
}
