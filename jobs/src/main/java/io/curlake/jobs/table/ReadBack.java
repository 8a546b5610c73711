package io.curlake.jobs.table;

import io.curlake.jobs.lineitem.scan.KeptScan;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.storage.FileTasks;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.table.log.VectorFile;
import io.curlake.model.FileAmounts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What readers will see of the files of a publication, read from the stores where they lie and through their masks.
 *
 * @param amounts rows and exact sums by delivered file and currency
 * @param rows rows by usage account and line item type
 */
public record ReadBack(List<FileAmounts> amounts, Map<AccountAndType, Long> rows) {

    private record OfFile(List<FileAmounts> amounts, Map<AccountAndType, Long> rows) implements Serializable {}

    private record Task(ParquetBatches batches, StructType columns, VectorFile vectors) implements Serializable {
        OfFile read(StagedFile file) {
            KeptScan scan = new KeptScan(columns, vectors.mask(Optional.ofNullable(file.mask())));
            batches.read(file.file().object(), scan::add);
            return new OfFile(scan.amounts(file.number()), scan.rowsByAccountAndType());
        }
    }

    static ReadBack of(SparkSession spark, StructType columns, VectorFile vectors, List<StagedFile> files) {
        Task task = new Task(ParquetBatches.of(spark, columns), columns, vectors);
        List<OfFile> found = new FileTasks(spark, "read back what will be published")
                .run(files, file -> file.file().object().size(), task::read);
        Map<AccountAndType, Long> rows = new HashMap<>();
        found.forEach(file -> file.rows().forEach((counted, n) -> rows.merge(counted, n, Long::sum)));
        return new ReadBack(
                found.stream().flatMap(file -> file.amounts().stream()).toList(), rows);
    }
}
