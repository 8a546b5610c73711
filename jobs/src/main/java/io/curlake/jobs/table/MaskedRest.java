package io.curlake.jobs.table;

import io.curlake.jobs.lineitem.Rest;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.model.FileAmounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rest of files that were scanned for their masks. The sums of files are here; the groups of unconnected cost, of
 * which an organization may have millions, stay on the executors until they are asked for.
 */
final class MaskedRest implements Rest {
    private final SparkSession spark;
    private final JavaRDD<MaskTask.Scanned> scanned;
    private final List<MaskTask.Masked> files;

    /** @param scanned cached */
    MaskedRest(SparkSession spark, JavaRDD<MaskTask.Scanned> scanned, List<MaskTask.Masked> files) {
        this.spark = spark;
        this.scanned = scanned;
        this.files = List.copyOf(files);
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

    @Override
    public Dataset<Row> costs() {
        long groups = files.stream().mapToLong(MaskTask.Masked::groups).sum();
        return MergedGroups.of(spark, scanned.map(file -> file.found().groups()), groups);
    }

    @Override
    public void close() {
        scanned.unpersist(false);
    }
}
