package io.curlake.bench;

import io.curlake.bench.SampleExport.ManifestColumn;
import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** DuckDB's way: filter by usage account and copy to one Parquet file in zstd; no sums, no check, no table. */
final class DuckDbCopy {
    private static final String LEGACY_CSV_ACCOUNT = "lineItem/UsageAccountId";
    private static final String ACCOUNT = "line_item_usage_account_id";

    private final SampleExport sample;
    private final Set<String> accounts;
    private final int threads;

    DuckDbCopy(SampleExport sample, Set<String> accounts, int threads) {
        this.sample = sample;
        this.accounts = accounts;
        this.threads = threads;
    }

    /** Returns the number of rows copied. */
    long to(Path file) throws SQLException {
        return DuckDb.run(accounts, threads, statement -> {
            // DuckDB's best: the order of a table's rows means nothing to us either.
            statement.execute("SET preserve_insertion_order = false");
            return statement.executeUpdate(copy(file));
        });
    }

    private String copy(Path file) {
        String account = sample.format() == ExportFormat.LEGACY_CSV ? LEGACY_CSV_ACCOUNT : ACCOUNT;
        return "COPY (SELECT line_items.* FROM " + source() + " AS line_items SEMI JOIN connected ON line_items.\""
                + account + "\" = connected.account_id) TO " + DuckDb.quoted(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd)";
    }

    private String source() {
        String files = DuckDb.quoted(sample.files());
        return sample.format().isParquet()
                ? "read_parquet(" + files + ")"
                : "read_csv(" + files
                        + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', "
                        + "columns = " + csvColumns(sample.columns()) + ")";
    }

    /**
     * The types that the manifest names, so that DuckDB converts numbers and times as we do, and guesses nothing. To
     * DuckDB names that differ in case are one: the later one gets a number.
     */
    static String csvColumns(List<ManifestColumn> columns) {
        Map<String, Integer> seen = new HashMap<>();
        return columns.stream()
                .map(column -> {
                    int time = seen.merge(column.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
                    String name = time == 1 ? column.name() : column.name() + " " + time;
                    return DuckDb.quoted(name) + ": " + DuckDb.quoted(type(column.type()));
                })
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The manifests of both exports, in their words; a map stays the JSON text that it is. */
    private static String type(String manifestType) {
        return switch (manifestType.toLowerCase(Locale.ROOT)) {
            case "double", "bigdecimal", "optionalbigdecimal" -> "DOUBLE";
            case "timestamp", "datetime" -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }
}
