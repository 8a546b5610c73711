package io.curlake.jobs.export.text.scan;

import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.storage.Storage;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Counts and sums the files of a delivery as their text states it, without knowing accounts or rejecting rows. A row with
 * a wrong number of fields counts under the currency '' with no amounts; an amount that is empty or no number counts 0.
 * A file that cannot be read as a whole fails the scan with a Refusal among the causes.
 */
public final class TextScan {
    private TextScan() {}

    /** One result for each file, in the order of their numbers; one task reads one file. */
    public static List<ScannedFile> of(SparkSession spark, Storage storage, List<TextFile> files) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, Math.max(1, files.size()))
                .map(file -> new FileScan(storage, file.uri()).run(file.number()))
                .collect()
                .stream()
                .sorted(Comparator.comparingInt(ScannedFile::number))
                .toList();
    }
}
