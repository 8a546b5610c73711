package io.curlake.jobs.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.export.parquet.Footer;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.jobs.lineitem.LineItems;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.scan.DeliveredScan;
import io.curlake.jobs.storage.FileTasks;
import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.ParquetFiles;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.FileAmounts;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A delivery of Parquet files: CUR 2.0, or legacy CUR with Athena's column names. */
final class ParquetDelivery implements ReadableDelivery {
    private final SparkSession spark;
    private final Delivery delivery;
    private final Map<Integer, Footer> footers = new LinkedHashMap<>();
    private final Map<StructType, List<NumberedFile>> filesBySchema = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private ParquetDelivery(SparkSession spark, Delivery delivery) {
        this.spark = spark;
        this.delivery = delivery;
    }

    /** Reads the footers; refuses a column that has another type than its name stands for, or two types. */
    static ParquetDelivery open(SparkSession spark, Storage storage, Delivery delivery, DeliveryErrors errors) {
        ParquetDelivery opened = new ParquetDelivery(spark, delivery);
        List<Footer> footers = ParquetFiles.footers(
                storage, delivery.files().stream().map(DeliveryFile::object).toList(), Footer::of);
        Map<String, StructField> seen = new LinkedHashMap<>();
        for (DeliveryFile file : delivery.files()) {
            Footer footer = footers.get(file.number() - 1);
            for (StructField field : footer.columns().fields()) {
                opened.checkType(field, seen, file, errors);
            }
            opened.footers.put(file.number(), footer);
            opened.filesBySchema
                    .computeIfAbsent(footer.columns(), s -> new ArrayList<>())
                    .add(file.numbered());
        }
        return opened;
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public Dataset<Row> rows() {
        return filesBySchema.entrySet().stream()
                .map(group -> canonical(group.getKey(), group.getValue()))
                .reduce((a, b) -> a.unionByName(b, true))
                .orElseGet(this::noRows);
    }

    @Override
    public Fit fit() {
        if (delivery.format().isLegacy()) {
            return Fit.not("columns of legacy exports have other names");
        }
        return new DeliveryFit(spark, delivery, footers).fit();
    }

    @Override
    public DeliveredAmounts delivered() {
        StructType costs = DeliveredScan.columns();
        ParquetBatches batches = ParquetBatches.of(spark, costs);
        List<List<FileAmounts>> amounts = new FileTasks(
                        spark, "sum what was delivered of " + delivery.source() + " " + delivery.period())
                .run(delivery.files(), file -> file.object().size(), file -> {
                    DeliveredScan scan = new DeliveredScan(costs);
                    batches.read(file.object(), scan::add);
                    return scan.amounts(file.number());
                });
        return new DeliveredAmounts(amounts.stream().flatMap(List::stream).toList(), List.of(), rowsOfFiles());
    }

    private Map<Integer, Long> rowsOfFiles() {
        Map<Integer, Long> rows = new LinkedHashMap<>();
        footers.forEach((number, footer) -> rows.put(number, footer.rows()));
        return rows;
    }

    private Dataset<Row> canonical(StructType schema, List<NumberedFile> files) {
        Dataset<Row> rows = ParquetFiles.rows(spark, schema, files)
                .withColumn(Provenance.LINE, col("_metadata.row_index").plus(1))
                .withColumn(Provenance.REASON, lit(null).cast(DataTypes.StringType))
                .withColumn(Provenance.TEXT, lit(null).cast(DataTypes.StringType));
        return LineItems.conform(delivery.format().isLegacy() ? LegacyRows.renamed(rows) : rows, columns);
    }

    private void checkType(StructField field, Map<String, StructField> seen, DeliveryFile file, DeliveryErrors errors) {
        TargetColumn target = delivery.format().isLegacy()
                ? LegacyColumns.ofAthena(field.name())
                : new TargetColumn(field.name(), null);
        columns.add(target.column());
        if (target.key() != null) {
            return;
        }
        LineItemColumn.named(target.column())
                .filter(column -> !ColumnTypes.fits(field.dataType(), column.type()))
                .ifPresent(column -> {
                    throw errors.columnType(
                            field.name(),
                            field.dataType().simpleString(),
                            file.key(),
                            ColumnTypes.of(column.type()).simpleString());
                });
        StructField before = seen.putIfAbsent(field.name(), field);
        if (before != null
                && LineItemColumn.named(target.column()).isEmpty()
                && !before.dataType().equals(field.dataType())) {
            throw errors.columnType(
                    field.name(),
                    field.dataType().simpleString(),
                    file.key(),
                    before.dataType().simpleString() + " as in the files before it");
        }
    }

    private Dataset<Row> noRows() {
        StructType schema = ColumnTypes.lineItemSchema()
                .add(Provenance.FILE, DataTypes.IntegerType)
                .add(Provenance.LINE, DataTypes.LongType)
                .add(Provenance.REASON, DataTypes.StringType)
                .add(Provenance.TEXT, DataTypes.StringType);
        return spark.createDataFrame(List.of(), schema);
    }
}
