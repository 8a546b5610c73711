package io.curlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.KernelReader;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Which files can be files of {@code line_item} as they are. Those that cannot are rewritten, all of a delivery, and a
 * warning says why; readers see the same rows. All deliveries are of one load, each of a month of its own.
 */
class FitTest {
    private static final String LABS = "999988887777";
    private static final String BASE = """
            required int64 bill_billing_period_start_date (TIMESTAMP(MILLIS, true));
            required binary line_item_usage_account_id (STRING);
            required binary line_item_line_item_type (STRING);
            required binary line_item_currency_code (STRING);
            required double line_item_unblended_cost;
            """;
    private static final Instant NOON = Instant.parse("2026-10-15T12:00:00Z");
    private static final int JULIAN_DAY = 2_440_588 + 20_741;
    private static final long HALF_A_DAY = 43_200_000_000_000L;

    private static final List<Files> DELIVERIES = List.of(
            adopted(
                    "all required",
                    "AmazonEC2",
                    file("required binary line_item_product_code (STRING);", "AmazonEC2", "AmazonS3")),
            adopted(
                    "optional without NULLs",
                    "AmazonEC2",
                    file("optional binary line_item_product_code (STRING);", "AmazonEC2", "AmazonS3")),
            adopted(
                    "optional map without NULLs",
                    "{team=web}",
                    file("optional " + tags(), Map.of("team", "web"), Map.of())),
            adopted(
                    "times that are absent",
                    "null",
                    file("optional int64 line_item_usage_start_date (TIMESTAMP(MILLIS, true));", null, null)),
            adopted(
                    "a later column with NULLs",
                    "7 kg",
                    file("optional binary line_item_carbon (STRING);", "7 kg", null)),
            rewritten(
                    "INT96 times",
                    NOON.toString(),
                    "column 'line_item_usage_start_date' is a time of the outdated kind INT96 (KEY1)",
                    file("required int96 line_item_usage_start_date;", noon(), noon())),
            rewritten(
                    "times without a zone",
                    NOON.toString(),
                    "column 'line_item_usage_start_date' is a time without a zone (KEY1)",
                    file("required int64 line_item_usage_start_date (TIMESTAMP(MILLIS, false));", NOON, NOON)),
            rewritten(
                    "plain binary",
                    "AmazonEC2",
                    "column 'line_item_product_code' is binary that is not marked as text (KEY1)",
                    file("required binary line_item_product_code;", "AmazonEC2", "AmazonS3")),
            rewritten(
                    "NULLs by the statistics",
                    "AmazonEC2",
                    "column 'line_item_product_code' holds NULL, which line_item does not (KEY1)",
                    file("optional binary line_item_product_code (STRING);", "AmazonEC2", null)),
            rewritten(
                    "NULLs in a map",
                    "{team=web} {}",
                    "column 'resource_tags' holds NULL, which line_item does not",
                    file("optional " + tags(), Map.of("team", "web"), Map.of()),
                    file("optional " + tags(), Map.of(), null)),
            rewritten(
                    "discounts as text",
                    "{edp=0.25}",
                    "column 'discount' is map<string,string>, and map<string,double> in line_item (KEY1)",
                    file("required " + map("discount"), Map.of("edp", "0.25"), Map.of())),
            rewritten(
                    "a date in a later column",
                    "2026-10-15",
                    "column 'line_item_day' is INT32 of DATE (KEY1)",
                    file("required int32 line_item_day (DATE);", 20_741, 20_741)),
            rewritten(
                    "a column of one file",
                    " VAT",
                    "column 'line_item_tax_type' is in some files of the delivery only (KEY2)",
                    file(""),
                    file("required binary line_item_tax_type (STRING);", "VAT", "")),
            rewritten(
                    "one file of three",
                    "VAT VAT VAT",
                    "column 'line_item_tax_type' is binary that is not marked as text (KEY2)",
                    file("required binary line_item_tax_type (STRING);", "VAT", ""),
                    file("required binary line_item_tax_type;", "VAT", ""),
                    file("required binary line_item_tax_type (STRING);", "VAT", "")));

    /**
     * A delivery.
     *
     * @param values what readers see in the column that is its subject, file by file
     * @param misfit why it is rewritten; empty if it is adopted
     */
    private record Files(String name, String values, String misfit, List<File> files) {
        /** The column that is its subject. */
        String column() {
            return files.get(files.size() - 1).column.replaceFirst("^\\w+ \\w+ (\\w+).*", "$1");
        }

        BillingPeriod period() {
            return new BillingPeriod(YearMonth.of(2025, 1).plusMonths(DELIVERIES.indexOf(this)));
        }

        String id() {
            return "e" + DELIVERIES.indexOf(this);
        }

        String key(int number) {
            return TestExport.key(period(), id(), number);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Files adopted(String name, String values, File... files) {
        return new Files(name, values, "", List.of(files));
    }

    private static Files rewritten(String name, String values, String misfit, File... files) {
        return new Files(name, values, misfit, List.of(files));
    }

    /** A file of two rows: its column besides the usual ones, and their values in it. */
    private record File(String column, List<Optional<Object>> values) {}

    private static File file(String column, @Nullable Object... values) {
        return new File(column, Stream.of(values).map(Optional::ofNullable).toList());
    }

    private static String tags() {
        return map("resource_tags");
    }

    private static String map(String name) {
        return "group " + name
                + " (MAP) { repeated group key_value { required binary key (STRING); required binary value "
                + "(STRING); } }";
    }

    private static NanoTime noon() {
        return new NanoTime(JULIAN_DAY, HALF_A_DAY);
    }

    @TempDir
    static Path folder;

    private static TestExport export;
    private static final Map<BillingPeriod, PeriodResult> RESULTS = new LinkedHashMap<>();
    private static final Map<BillingPeriod, List<Map<String, Object>>> ROWS = new LinkedHashMap<>();

    @BeforeAll
    static void loadAllDeliveries() throws IOException {
        export = new TestExport(folder.resolve("bucket"));
        for (Files delivery : DELIVERIES) {
            deliver(delivery);
        }
        TestWarehouse warehouse = TestWarehouse.in(folder);
        warehouse
                .load()
                .periods()
                .forEach(result -> RESULTS.put(result.partition().period(), result));
        KernelReader.rows(warehouse.table(TableName.LINE_ITEM).uri())
                .forEach(row -> ROWS.computeIfAbsent(
                                BillingPeriod.parse(String.valueOf(row.get("billing_period"))),
                                period -> new ArrayList<>())
                        .add(row));
    }

    @ParameterizedTest
    @FieldSource("DELIVERIES")
    void aDeliveryIsAdoptedOrAWarningSaysWhyNot(Files delivery) {
        PeriodResult result = result(delivery);

        assertThat(result.error()).isEmpty();
        assertThat(result.way()).hasValue(delivery.misfit.isEmpty() ? Way.ADOPTED : Way.REWRITTEN);
        String misfit = delivery.misfit.replace("KEY1", delivery.key(1)).replace("KEY2", delivery.key(2));
        assertThat(result.warnings().stream().filter(warning -> warning.startsWith("rewritten")))
                .isEqualTo(
                        misfit.isEmpty()
                                ? List.of()
                                : List.of("rewritten, because AWS's files cannot be adopted: " + misfit));
    }

    @ParameterizedTest
    @FieldSource("DELIVERIES")
    void itsRowsAreTheSameInBothWays(Files delivery) {
        List<Map<String, Object>> rows = ROWS.getOrDefault(delivery.period(), List.of());

        assertThat(rows)
                .hasSize(delivery.files.size())
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("line_item_usage_account_id", TestExport.PAYER)
                        .containsEntry("line_item_unblended_cost", 1.0));
        String values = rows.stream()
                .map(row -> String.valueOf(row.get(delivery.column())))
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(values).isEqualTo(delivery.values);
    }

    private static PeriodResult result(Files delivery) {
        return Objects.requireNonNull(RESULTS.get(delivery.period()));
    }

    private static void deliver(Files delivery) throws IOException {
        for (int i = 0; i < delivery.files.size(); i++) {
            write(delivery, i);
        }
        export.deliverManifest(
                delivery.period(),
                delivery.id(),
                TestExport.ARN,
                IntStream.rangeClosed(1, delivery.files.size())
                        .mapToObj(delivery::key)
                        .toList());
    }

    /** Without Spark, which writes no such files. */
    private static void write(Files delivery, int index) throws IOException {
        File file = delivery.files.get(index);
        MessageType schema = MessageTypeParser.parseMessageType("message spark_schema { " + BASE + file.column + " }");
        HadoopOutputFile out = HadoopOutputFile.fromPath(
                new org.apache.hadoop.fs.Path(
                        export.file(delivery.key(index + 1)).toUri()),
                new Configuration());
        try (ParquetWriter<Group> writer =
                ExampleParquetWriter.builder(out).withType(schema).build()) {
            writer.write(row(delivery, schema, file, 0, TestExport.PAYER));
            writer.write(row(delivery, schema, file, 1, LABS));
        }
    }

    private static Group row(Files delivery, MessageType schema, File file, int index, String account) {
        Group row = new SimpleGroup(schema)
                .append(
                        "bill_billing_period_start_date",
                        delivery.period().start().toEpochMilli())
                .append("line_item_usage_account_id", account)
                .append("line_item_line_item_type", "Usage")
                .append("line_item_currency_code", "USD")
                .append("line_item_unblended_cost", 1.0 + index);
        if (!file.values.isEmpty()) {
            file.values.get(index).ifPresent(value -> add(row, schema.getFieldCount() - 1, value));
        }
        return row;
    }

    private static void add(Group row, int field, Object value) {
        if (value instanceof Map<?, ?> map) {
            Group entries = row.addGroup(field);
            map.forEach((key, text) ->
                    entries.addGroup(0).append("key", (String) key).append("value", (String) text));
        } else if (value instanceof NanoTime time) {
            row.add(field, time);
        } else if (value instanceof Instant time) {
            row.add(field, time.toEpochMilli());
        } else if (value instanceof Integer number) {
            row.add(field, number);
        } else {
            row.add(field, (String) value);
        }
    }
}
