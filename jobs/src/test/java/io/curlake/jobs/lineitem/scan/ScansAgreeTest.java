package io.curlake.jobs.lineitem.scan;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.lineitem.FileSums;
import io.curlake.jobs.lineitem.LineItems;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.SortedLineItems;
import io.curlake.jobs.lineitem.UnconnectedCost;
import io.curlake.jobs.lineitem.scan.RandomFile.Absent;
import io.curlake.jobs.lineitem.scan.column.ValueRange;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import io.curlake.jobs.lineitem.sums.KeptCosts;
import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.ParquetFiles;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.TestStores;
import io.curlake.jobs.table.staged.FileTags;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import io.curlake.model.LineItemColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scans of column batches find what the same questions in Spark SQL find, in files of every kind. */
class ScansAgreeTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final KeepRule RULE = new KeepRule(
            new AccountId("000000000000"), Set.of("000000000000", "000000000001", "000000000002"), OCTOBER);
    private static final Set<String> RANGED =
            Set.of("line_item_usage_account_id", "line_item_usage_account_name", "line_item_usage_start_date");
    private static final int ROWS = 8_500;

    @TempDir
    static Path folder;

    private static final List<StoredObject> FILES = new ArrayList<>();
    private static final List<StructType> SCHEMAS = new ArrayList<>();
    private static SortedLineItems sorted;
    private static UnconnectedCost rest;

    @BeforeAll
    static void writeFilesOfEveryKind() {
        write(ROWS, Absent.AS_NULL, Set.of(), Map.of("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"));
        write(
                ROWS,
                Absent.AS_NULL,
                Set.of(),
                Map.of(
                        "spark.sql.parquet.outputTimestampType",
                        "TIMESTAMP_MILLIS",
                        "parquet.block.row.count.limit",
                        "3000"));
        write(
                ROWS,
                Absent.AS_EMPTY,
                Set.of(),
                Map.of("spark.sql.parquet.outputTimestampType", "INT96", "parquet.enable.dictionary", "false"));
        // Dictionaries that grow too large in the middle of a row group.
        write(
                ROWS,
                Absent.AS_NULL,
                Set.of(),
                Map.of(
                        "spark.sql.parquet.outputTimestampType",
                        "INT96",
                        "parquet.dictionary.page.size",
                        "3000",
                        "parquet.page.row.count.limit",
                        "500",
                        "parquet.block.row.count.limit",
                        "6000"));
        write(
                ROWS,
                Absent.AS_EMPTY,
                Set.of(
                        LineItemColumn.BILL_BILLING_PERIOD_START_DATE,
                        LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST,
                        LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N,
                        LineItemColumn.LINE_ITEM_USAGE_START_DATE,
                        LineItemColumn.LINE_ITEM_CURRENCY_CODE),
                Map.of());
        write(1, Absent.AS_NULL, Set.of(), Map.of());
        write(0, Absent.AS_NULL, Set.of(), Map.of());

        Dataset<Row> connected = TestSpark.session()
                .createDataset(List.copyOf(RULE.connected()), Encoders.STRING())
                .toDF();
        sorted = SortedLineItems.of(lineItems().cache(), connected, RULE.payer(), OCTOBER);
        rest = UnconnectedCost.of(sorted);
    }

    @Test
    void delivered() {
        StructType columns = DeliveredScan.columns();
        List<FileAmounts> amounts = new ArrayList<>();
        each((number, file) -> {
            DeliveredScan scan = new DeliveredScan(columns);
            read(file, columns, scan);
            amounts.addAll(scan.amounts(number));
        });

        assertThat(amounts).containsExactlyInAnyOrderElementsOf(FileSums.of(files(DeliveredScan.columns())));
        assertThat(amounts).hasSizeGreaterThan(15);
    }

    @Test
    void masked() {
        List<String> positions = new ArrayList<>();
        List<FileAmounts> unconnected = new ArrayList<>();
        List<FileAmounts> rejected = new ArrayList<>();
        Map<AccountAndType, Long> rows = new HashMap<>();
        CostGroups groups = new CostGroups();
        each((number, file) -> {
            MaskedFile masked = masked(number, file);
            masked.masked().bitmaps().forEach(bitmap -> bitmap.forEach((int i) -> positions.add(number + " " + i)));
            unconnected.addAll(masked.unconnected());
            rejected.addAll(masked.rejected());
            masked.unconnectedRows().forEach((key, count) -> rows.merge(key, count, Long::sum));
            groups.merge(masked.groups());
        });

        assertThat(inOrder(positions)).isEqualTo(inOrder(maskedPositions()));
        assertThat(unconnected).containsExactlyInAnyOrderElementsOf(rest.unconnected());
        assertThat(rejected).containsExactlyInAnyOrderElementsOf(rest.rejected());
        assertThat(rows).isEqualTo(rest.unconnectedRows());
        assertThat(unconnected(groups)).isEqualTo(texts(rest.costs().collectAsList()));
    }

    @Test
    void keptRowsOfAccounts() {
        Map<String, Long> rows = new HashMap<>();
        each((number, file) ->
                masked(number, file).keptRows().forEach((account, n) -> rows.merge(account, n, Long::sum)));

        Map<String, Long> kept = new HashMap<>();
        census(sorted.kept()).forEach((counted, n) -> kept.merge(counted.account(), n, Long::sum));
        assertThat(rows).isEqualTo(kept).hasSizeGreaterThan(1);
    }

    /** The tags of kept rows are hashed where the masks are found, or where the rows are read back. */
    @Test
    void costsAndTagsOfAllAccounts() {
        CostGroups tagsWithMasks = new CostGroups();
        CostGroups tagsReadBack = new CostGroups();
        each((number, file) -> {
            MaskedFile masked = masked(number, file);
            tagsWithMasks
                    .merge(masked.groups())
                    .merge(kept(file, masked.masked(), FileTags.none()).groups());
            tagsReadBack.merge(kept(file, masked.masked(), tags(file)).groups());
        });

        List<String> kept = texts(ofKept(sorted.kept()).costs().collectAsList());
        assertThat(texts(tagsReadBack)).isEqualTo(kept);
        assertThat(texts(tagsWithMasks))
                .hasSizeGreaterThan(5000)
                .isEqualTo(texts(rest.costsWith(ofKept(sorted.kept())).collectAsList()));
        assertThat(kept).filteredOn(text -> text.endsWith(",0]")).hasSizeLessThan(kept.size() / 2);
    }

    /** As Spark sums them. */
    private static KeptCosts ofKept(Dataset<Row> kept) {
        Dataset<Row> none = TestSpark.session().createDataFrame(List.of(), CostGrain.COLUMNS);
        Dataset<Row> costs = UnconnectedCost.of(new SortedLineItems(kept, kept)).costsWith(new Costs(none));
        return new Costs(costs);
    }

    private record Costs(Dataset<Row> costs) implements KeptCosts {
        @Override
        public JavaRDD<CostGroups> groups() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() {
            throw new UnsupportedOperationException();
        }
    }

    private static List<String> texts(CostGroups groups) {
        return texts(Stream.generate(groups.rows()::next).limit(groups.size()).toList());
    }

    private static List<String> texts(List<Row> rows) {
        return inOrder(rows.stream().map(Row::toString).toList());
    }

    /** To compare ten thousands of texts in any order: AssertJ looks for each among all. */
    private static List<String> inOrder(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** Groups of kept rows are there for their tags only. */
    private static List<String> unconnected(CostGroups groups) {
        return texts(groups).stream()
                .filter(text -> !text.matches(".*,0(,0E-18){6},-?[0-9]+]"))
                .map(text -> text.replaceAll(",-?[0-9]+]$", "]"))
                .sorted()
                .toList();
    }

    @Test
    void keptBehindTheMask() {
        List<FileAmounts> amounts = new ArrayList<>();
        Map<AccountAndType, Long> rows = new HashMap<>();
        each((number, file) -> {
            KeptScan scan = kept(file, masked(number, file).masked());
            amounts.addAll(scan.groups().amounts(number));
            scan.groups().rowsByAccountAndType().forEach((key, count) -> rows.merge(key, count, Long::sum));
        });

        assertThat(amounts).containsExactlyInAnyOrderElementsOf(FileSums.of(sorted.kept()));
        assertThat(rows).isEqualTo(census(sorted.kept()));
    }

    @Test
    void keptWithoutAMask() {
        List<FileAmounts> amounts = new ArrayList<>();
        Map<AccountAndType, Long> rows = new HashMap<>();
        each((number, file) -> {
            KeptScan scan = kept(file, RowMask.NONE);
            amounts.addAll(scan.groups().amounts(number));
            scan.groups().rowsByAccountAndType().forEach((key, count) -> rows.merge(key, count, Long::sum));
        });

        assertThat(amounts).containsExactlyInAnyOrderElementsOf(FileSums.of(files(KeptScan.columns())));
        assertThat(rows).isEqualTo(census(files(KeptScan.columns())));
    }

    @Test
    void rangesOfAllRows() {
        each((number, file) -> {
            MaskedFile masked = masked(number, file);
            for (String column : RANGED) {
                ValueRange<?> found = Stream.of(masked.texts(), masked.times())
                        .filter(ranges -> ranges.containsKey(column))
                        .map(ranges -> ranges.get(column))
                        .findFirst()
                        .orElse(null);
                assertThat(String.valueOf(found)).isEqualTo(range(number, column));
            }
        });
    }

    @Test
    void theFilesAreOfEveryKind() {
        List<ParquetMetadata> footers = ParquetFiles.footers(TestStores.local(), FILES, footer -> footer);

        assertThat(footers.stream().map(footer -> footer.getBlocks().size())).containsExactly(1, 3, 1, 2, 1, 1, 0);
        assertThat(footers.stream().map(ScansAgreeTest::startType).limit(4))
                .containsExactly(
                        "optional int64 line_item_usage_start_date (TIMESTAMP(MICROS,true))",
                        "optional int64 line_item_usage_start_date (TIMESTAMP(MILLIS,true))",
                        "required int96 line_item_usage_start_date",
                        "optional int96 line_item_usage_start_date");
        assertThat(footers.stream().map(ScansAgreeTest::invoiceEncoding).limit(4))
                .containsExactly("dictionary", "dictionary", "plain", "dictionary, then plain");
    }

    @Test
    void theRowsAreOfEveryKind() {
        assertThat(sorted.kept().count()).isGreaterThan(5_000);
        assertThat(sorted.unconnected().count()).isGreaterThan(5_000);
        assertThat(sorted.rejected().count()).isGreaterThan(5_000);
        assertThat(new TreeSet<>(sorted.rejected()
                        .selectExpr("regexp_extract(_reason, '^[a-z_]+', 0)")
                        .as(Encoders.STRING())
                        .collectAsList()))
                .containsAll(CostColumn.lineItemColumns())
                .contains("bill_billing_period_start_date", "line_item_usage_account_id");
    }

    private static String startType(ParquetMetadata footer) {
        return footer.getFileMetaData()
                .getSchema()
                .getType("line_item_usage_start_date")
                .toString();
    }

    private static String invoiceEncoding(ParquetMetadata footer) {
        EncodingStats pages = footer.getBlocks().get(0).getColumns().stream()
                .filter(column -> column.getPath().toDotString().equals("bill_invoice_id"))
                .map(ColumnChunkMetaData::getEncodingStats)
                .findFirst()
                .orElseThrow();
        if (!pages.hasDictionaryPages()) {
            return "plain";
        }
        return pages.hasNonDictionaryEncodedPages() ? "dictionary, then plain" : "dictionary";
    }

    private static void write(int rows, Absent absent, Set<LineItemColumn> missing, Map<String, String> settings) {
        int number = FILES.size() + 1;
        RandomFile file = new RandomFile(new Random(20261100 + number), OCTOBER, absent, missing);
        SCHEMAS.add(file.schema());
        FILES.add(file.write(folder.resolve("acme-" + number + ".parquet"), rows, settings));
    }

    private interface FileCheck {
        void of(int number, StoredObject file);
    }

    private static void each(FileCheck check) {
        IntStream.rangeClosed(1, FILES.size()).forEach(number -> check.of(number, FILES.get(number - 1)));
    }

    private static void read(StoredObject file, StructType columns, DeliveredScan scan) {
        ParquetBatches.of(TestSpark.session(), columns).read(file, scan::add);
    }

    private static KeptScan kept(StoredObject file, RowMask mask) {
        return kept(file, mask, FileTags.none());
    }

    private static KeptScan kept(StoredObject file, RowMask mask, FileTags tags) {
        KeptScan scan = new KeptScan(KeptScan.columns(), mask);
        try (tags) {
            ParquetBatches.of(TestSpark.session(), KeptScan.columns())
                    .read(file, batch -> scan.add(batch, tags.next(batch.numRows())));
        }
        return scan;
    }

    /** Asks for the columns that the file has, as a caller may that knows its footer. */
    private static MaskedFile masked(int number, StoredObject file) {
        StructType wanted = MaskScan.columns(RANGED);
        StructType columns = new StructType(Stream.of(wanted.fields())
                .filter(field -> List.of(SCHEMAS.get(number - 1).fieldNames()).contains(field.name()))
                .toArray(org.apache.spark.sql.types.StructField[]::new));
        MaskScan scan = new MaskScan(columns, RULE, RANGED);
        try (FileTags tags = tags(file)) {
            ParquetBatches.of(TestSpark.session(), columns)
                    .read(file, batch -> scan.add(batch, tags.next(batch.numRows())));
        }
        return scan.result(number);
    }

    private static FileTags tags(StoredObject file) {
        return FileTags.of(new Storage(TestSpark.session().sparkContext().hadoopConfiguration()), file);
    }

    /** The rows of all files as Spark SQL reads them, each with its number in its file. */
    private static Dataset<Row> lineItems() {
        return IntStream.range(0, FILES.size())
                .mapToObj(i -> LineItems.conform(
                        ParquetFiles.rows(TestSpark.session(), SCHEMAS.get(i), numbered(i))
                                .withColumn(Provenance.LINE, col("_metadata.row_index"))
                                .withColumn(Provenance.REASON, lit(null).cast(DataTypes.StringType))
                                .withColumn(Provenance.TEXT, lit(null).cast(DataTypes.StringType)),
                        Set.of(SCHEMAS.get(0).fieldNames())))
                .reduce((a, b) -> a.unionByName(b))
                .orElseThrow();
    }

    private static Dataset<Row> files(StructType columns) {
        return IntStream.range(0, FILES.size())
                .mapToObj(i -> ParquetFiles.rows(TestSpark.session(), columns, numbered(i)))
                .reduce((a, b) -> a.unionByName(b))
                .orElseThrow();
    }

    private static List<NumberedFile> numbered(int index) {
        return List.of(new NumberedFile(index + 1, FILES.get(index)));
    }

    private static List<String> maskedPositions() {
        return sorted.rest().select(col(Provenance.FILE), col(Provenance.LINE)).collectAsList().stream()
                .map(row -> row.getInt(0) + " " + row.getLong(1))
                .toList();
    }

    private static Map<AccountAndType, Long> census(Dataset<Row> rows) {
        return counts(rows.groupBy(
                        coalesce(col("line_item_usage_account_id"), lit("")),
                        coalesce(col("line_item_line_item_type"), lit("")))
                .count());
    }

    private static Map<AccountAndType, Long> counts(Dataset<Row> rows) {
        Map<AccountAndType, Long> counts = new HashMap<>();
        rows.collectAsList()
                .forEach(row -> counts.put(new AccountAndType(row.getString(0), row.getString(1)), row.getLong(2)));
        return counts;
    }

    private static String range(int number, String column) {
        if (!List.of(SCHEMAS.get(number - 1).fieldNames()).contains(column)) {
            return "null";
        }
        Row range = ParquetFiles.rows(TestSpark.session(), SCHEMAS.get(number - 1), numbered(number - 1))
                .selectExpr("min(" + column + ")", "max(" + column + ")", "count_if(" + column + " IS NULL)")
                .first();
        if (range.isNullAt(0)) {
            return "null";
        }
        Object minimum = range.get(0) instanceof java.sql.Timestamp time ? time.toInstant() : range.get(0);
        Object maximum = range.get(1) instanceof java.sql.Timestamp time ? time.toInstant() : range.get(1);
        return "ValueRange[minimum=" + minimum + ", maximum=" + maximum + ", nulls=" + range.get(2) + "]";
    }
}
