package io.curlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.parquet.DeliveredRows;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleSummary;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.storage.TestStores;
import io.curlake.jobs.table.KernelReader;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Whoever reads an adopted table, with whatever reader, sees the delivered rows of connected accounts, every value of them. */
class AdoptedTableInKernelTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String ROW_BY_ROW = "spark.sql.parquet.enableVectorizedReader";

    @TempDir
    static Path folder;

    private static TestWarehouse adopted;
    private static TestWarehouse rewritten;
    private static List<String> delivered;

    @BeforeAll
    static void loadASampleInBothWays() throws IOException {
        SampleSpec spec = SampleSpec.into(folder.resolve("acme-billing").toString())
                .withSize(6, 1, 3_500)
                .withRowsPerFile(1_000)
                .withExport("acme-cur2", "exports", new AccountId(TestExport.PAYER))
                .with(SampleVariant.SECOND_CURRENCY)
                .with(SampleVariant.EMPTY_USAGE_ACCOUNT);
        SampleSummary sample = Sample.write(TestSpark.session(), TestStores.local(), spec);
        assertThat(sample.files()).isEqualTo(4);
        String[] connected = Organization.of(spec).accounts().stream()
                .map(account -> account.id().value())
                .filter(id -> !id.equals(TestExport.PAYER))
                .limit(2)
                .toArray(String[]::new);
        Path bucket = folder.resolve("acme-billing");
        adopted = TestWarehouse.beside(bucket, folder.resolve("adopted"), "").connect(connected);
        rewritten = TestWarehouse.beside(bucket, folder.resolve("rewritten"), "layout: rewrite")
                .connect(connected);
        assertThat(adopted.loadPeriod().way()).hasValue(Way.ADOPTED);
        assertThat(rewritten.loadPeriod().way()).hasValue(Way.REWRITTEN);
        delivered = deliveredRows(bucket, connected);
    }

    /** The rows of the payer, without an account or of a connected one, by a reader that knows neither Delta nor Spark. */
    private static List<String> deliveredRows(Path bucket, String... connected) throws IOException {
        Set<Object> kept = new HashSet<>(Set.of("", TestExport.PAYER));
        kept.addAll(Arrays.asList(connected));
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .flatMap(file -> DeliveredRows.of(file).stream())
                    .filter(row -> kept.contains(row.get("line_item_usage_account_id")))
                    .peek(row -> row.putAll(Map.of("source", "acme", "billing_period", "2026-10")))
                    .map(Map::toString)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSampleIsWorthComparing() {
        assertThat(delivered).hasSizeBetween(1_000, 3_000);
        assertThat(delivered).anyMatch(row -> row.contains("line_item_usage_account_id=,"));
        assertThat(delivered).anyMatch(row -> row.contains("line_item_currency_code=CNY"));
        assertThat(delivered).anyMatch(row -> row.contains("resource_tags={user_"));
        assertThat(delivered.get(0).split("_[a-z]+=", -1)).hasSizeGreaterThan(125);
        assertThat(adopted.table(TableName.LINE_ITEM).files())
                .hasSize(4)
                .allSatisfy(file -> assertThat(file.maskIfAny()).isPresent());
    }

    @Test
    void kernelReadsTheDeliveredRowsFromAnAdoptedTable() {
        List<String> read = texts(KernelReader.rows(uri(adopted)));

        assertSame(read, delivered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void sparkReadsTheDeliveredRowsFromAnAdoptedTable(String vectorized) {
        List<String> read = sparkRows(adopted, vectorized);

        assertSame(read, delivered);
    }

    @Test
    void aRewrittenTableHoldsTheSameRows() {
        assertSame(texts(KernelReader.rows(uri(rewritten))), delivered);
        assertSame(sparkRows(rewritten, "true"), delivered);
    }

    @Test
    void bothWaysProveTheSameLedger() {
        String ledger = "concat_ws(' ', billing_period, regexp_extract(file, '[^/]*$', 0), currency, delivered_rows, "
                + "kept_rows, unconnected_rows, delivered_unblended_cost, kept_unblended_cost, "
                + "unconnected_unblended_cost)";

        assertThat(adopted.texts(TableName.RECONCILIATION, ledger))
                .hasSize(8)
                .isEqualTo(rewritten.texts(TableName.RECONCILIATION, ledger));
        assertThat(adopted.reconcile(OCTOBER).error()).isEmpty();
        assertThat(rewritten.reconcile(OCTOBER).error()).isEmpty();
    }

    private static String uri(TestWarehouse warehouse) {
        return warehouse.table(TableName.LINE_ITEM).uri();
    }

    private static List<String> sparkRows(TestWarehouse warehouse, String vectorized) {
        SparkSession spark = TestSpark.session();
        spark.conf().set(ROW_BY_ROW, vectorized);
        try {
            return texts(warehouse.read(TableName.LINE_ITEM).collectAsList().stream()
                    .map(AdoptedTableInKernelTest::values)
                    .toList());
        } finally {
            spark.conf().unset(ROW_BY_ROW);
        }
    }

    private static Map<String, Object> values(Row row) {
        Map<String, Object> values = new TreeMap<>();
        for (String column : row.schema().fieldNames()) {
            Object value = row.getAs(column);
            if (value != null) {
                values.put(column, value(value));
            }
        }
        return values;
    }

    private static Object value(Object value) {
        if (value instanceof scala.collection.Map<?, ?> map) {
            return new TreeMap<>(CollectionConverters.asJava(map));
        }
        return value instanceof Timestamp time ? (Object) Instant.ofEpochMilli(time.getTime()) : value;
    }

    private static List<String> texts(List<Map<String, Object>> rows) {
        return rows.stream().map(Map::toString).sorted().toList();
    }

    /** Names the first row that differs: all rows together are some megabytes. */
    private static void assertSame(List<String> read, List<String> wanted) {
        for (int i = 0; i < Math.min(read.size(), wanted.size()); i++) {
            assertThat(read.get(i)).isEqualTo(wanted.get(i));
        }
        assertThat(read.size()).isEqualTo(wanted.size());
    }
}
