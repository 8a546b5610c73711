package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.BillingPeriod;
import io.curlake.model.LineItemColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Random line items, with whatever may be wrong with them, in one Parquet file. The same seed gives the same rows. */
record RandomFile(Random random, BillingPeriod period, Absent absent, Set<LineItemColumn> missing) {
    private static final List<LineItemColumn> COLUMNS = List.of(
            LineItemColumn.BILL_BILLING_ENTITY,
            LineItemColumn.BILL_BILLING_PERIOD_START_DATE,
            LineItemColumn.BILL_INVOICE_ID,
            LineItemColumn.COST_CATEGORY,
            LineItemColumn.LINE_ITEM_BLENDED_COST,
            LineItemColumn.LINE_ITEM_CURRENCY_CODE,
            LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE,
            LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST,
            LineItemColumn.LINE_ITEM_PRODUCT_CODE,
            LineItemColumn.LINE_ITEM_UNBLENDED_COST,
            LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID,
            LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME,
            LineItemColumn.LINE_ITEM_USAGE_START_DATE,
            LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST,
            LineItemColumn.RESERVATION_EFFECTIVE_COST,
            LineItemColumn.RESOURCE_TAGS,
            LineItemColumn.RESERVATION_RESERVATION_A_R_N,
            LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N,
            LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST);

    /** How a value that is absent is delivered. */
    enum Absent {
        AS_NULL,
        AS_EMPTY
    }

    /** The columns that are not missing. */
    StructType schema() {
        return COLUMNS.stream()
                .filter(column -> !missing.contains(column))
                .reduce(
                        new StructType(),
                        (schema, column) -> schema.add(
                                column.columnName(), ColumnTypes.of(column.type()), absent == Absent.AS_NULL),
                        (a, b) -> a);
    }

    /** Writes the rows; settings are those of Spark and of its Parquet writer. */
    StoredObject write(Path file, int rows, Map<String, String> settings) {
        SparkSession spark = TestSpark.session();
        List<Row> values = IntStream.range(0, rows).mapToObj(i -> row()).toList();
        Path folder = file.resolveSibling(file.getFileName() + ".writing");
        settings.forEach(spark.conf()::set);
        try {
            spark.createDataFrame(values, schema())
                    .coalesce(1)
                    .write()
                    .options(settings)
                    .parquet(folder.toUri().toString());
            return moved(folder, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            settings.keySet().forEach(spark.conf()::unset);
        }
    }

    private static StoredObject moved(Path folder, Path file) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            Path part = parts.filter(p -> p.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, file);
            return new StoredObject("file://" + file, Files.size(file), "1");
        }
    }

    private Row row() {
        List<@Nullable Object> values = new ArrayList<>();
        for (LineItemColumn column : COLUMNS) {
            Object value = value(column);
            if (!missing.contains(column)) {
                values.add(value);
            }
        }
        return RowFactory.create(values.toArray());
    }

    private @Nullable Object value(LineItemColumn column) {
        return switch (column.type()) {
            case STRING -> random.nextInt(5) == 0 ? (absent == Absent.AS_NULL ? null : "") : text(column);
            case DOUBLE -> random.nextInt(5) == 0 && absent == Absent.AS_NULL ? null : cost();
            case TIMESTAMP -> random.nextInt(9) == 0 && absent == Absent.AS_NULL ? null : time(column);
            case STRING_MAP -> random.nextInt(5) == 0 && absent == Absent.AS_NULL ? null : tags();
            case DOUBLE_MAP -> throw new IllegalArgumentException(column + " is not scanned");
        };
    }

    /** Sometimes so many values that a small dictionary overflows. */
    private Map<String, @Nullable String> tags() {
        Map<String, @Nullable String> tags = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String value = random.nextInt(9) == 0 ? "" : "v" + random.nextInt(random.nextInt(3) == 0 ? 900 : 3);
            tags.put("key" + random.nextInt(6), random.nextInt(9) == 0 ? null : value);
        }
        return tags;
    }

    private String text(LineItemColumn column) {
        return switch (column) {
            case LINE_ITEM_USAGE_ACCOUNT_ID ->
                random.nextInt(20) == 0
                        ? pick(List.of("42", "", "123456789012\n", "12345678901a", "1234567890123"))
                        : account();
            case LINE_ITEM_CURRENCY_CODE -> random.nextInt(30) == 0 ? pick(List.of("", "EUR", "CNY")) : "USD";
            case LINE_ITEM_LINE_ITEM_TYPE -> pick(List.of("Usage", "Tax", "Credit", "Barter"));
            case LINE_ITEM_USAGE_ACCOUNT_NAME -> pick(List.of("web", "Zürich", "\uFF21\uFF22", "\uD83D\uDE00"));
            case SAVINGS_PLAN_SAVINGS_PLAN_A_R_N, RESERVATION_RESERVATION_A_R_N ->
                random.nextInt(3) == 0 ? "arn:aws:" + column.columnName() + "/" + random.nextInt(3) : "";
            // So many that a small dictionary overflows.
            case BILL_INVOICE_ID -> random.nextInt(3) == 0 ? "invoice " + random.nextInt(400) : "invoice 7";
            default -> random.nextInt(4) == 0 ? "" : "text" + random.nextInt(3);
        };
    }

    /** Connected are those that end in 0, 1 and 2; see {@link ScansAgreeTest}. */
    private String account() {
        return "00000000000" + random.nextInt(6);
    }

    private double cost() {
        return switch (random.nextInt(40)) {
            case 0 -> pick(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
            case 1 -> pick(List.of(1e17, -1e16, 1e-19, 0.5, -0.0));
            case 2, 3, 4, 5, 6, 7, 8, 9 -> random.nextGaussian();
            case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> random.nextInt(100_000) / 1e7;
            default -> 0.0;
        };
    }

    private Timestamp time(LineItemColumn column) {
        if (column == LineItemColumn.BILL_BILLING_PERIOD_START_DATE) {
            return Timestamp.from(
                    period.start().plusSeconds(random.nextInt(50) == 0 ? pick(List.of(-1, 1, 86_400)) : 0));
        }
        return Timestamp.from(
                random.nextInt(50) == 0
                        ? pick(List.of(period.start().minusSeconds(1), java.time.Instant.ofEpochMilli(-1)))
                        : period.start().plus(random.nextInt(100), ChronoUnit.HOURS));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
