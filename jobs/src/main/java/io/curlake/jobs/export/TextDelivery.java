package io.curlake.jobs.export;

import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.export.text.TextHeaders;
import io.curlake.jobs.export.text.rows.TextRows;
import io.curlake.jobs.export.text.scan.ScannedFile;
import io.curlake.jobs.export.text.scan.ScannedTotals;
import io.curlake.jobs.export.text.scan.TextScan;
import io.curlake.jobs.lineitem.LineItems;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.CostAmounts;
import io.curlake.model.FileAmounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A delivery of CSV files: CUR 2.0, or legacy CUR, whose header may differ from file to file. */
final class TextDelivery implements ReadableDelivery {
    private final SparkSession spark;
    private final Storage storage;
    private final TextDialect dialect;
    private final List<TextFile> files;
    private final Set<String> columns = new LinkedHashSet<>();

    private TextDelivery(SparkSession spark, Storage storage, TextDialect dialect, List<TextFile> files) {
        this.spark = spark;
        this.storage = storage;
        this.dialect = dialect;
        this.files = files;
        for (TextFile file : files) {
            file.header().forEach(name -> columns.add(dialect.target(name).column()));
        }
    }

    /** Reads the headers; refuses a file without one, or with a column twice. */
    static TextDelivery open(SparkSession spark, Storage storage, Delivery delivery) {
        List<TextFile> files = delivery.files().parallelStream()
                .map(file -> new TextFile(
                        file.number(),
                        file.object().uri(),
                        file.object().size(),
                        TextHeaders.read(storage, file.object().uri())))
                .toList();
        TextDialect dialect = delivery.format().isLegacy() ? TextDialect.LEGACY : TextDialect.CUR2;
        return new TextDelivery(spark, storage, dialect, files);
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public Dataset<Row> rows() {
        return LineItems.conform(TextRows.read(spark, storage, files, dialect), columns);
    }

    @Override
    public Fit fit() {
        return Fit.not("text has to be read");
    }

    @Override
    public DeliveredAmounts delivered() {
        List<FileAmounts> amounts = new ArrayList<>();
        List<FileAmounts> doubleLoss = new ArrayList<>();
        Map<Integer, Long> rowsOfFiles = new LinkedHashMap<>();
        for (ScannedFile file : TextScan.of(spark, storage, files)) {
            rowsOfFiles.put(file.number(), file.rows());
            for (ScannedTotals totals : file.totals()) {
                CostAmounts texts = new CostAmounts(totals.rows(), totals.texts());
                CostAmounts doubles = new CostAmounts(totals.rows(), totals.doubles());
                amounts.add(new FileAmounts(file.number(), totals.currency(), texts));
                doubleLoss.add(new FileAmounts(file.number(), totals.currency(), texts.minus(doubles)));
            }
        }
        return new DeliveredAmounts(amounts, doubleLoss, rowsOfFiles);
    }
}
