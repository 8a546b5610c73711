package io.curlake.notebook;

import io.curlake.jobs.cli.SparkSessions;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A warehouse, opened for reading: its tables have their own names in SQL, and {@code :name} in a query stands for a
 * parameter of the notebook. Nothing is written, no lock is taken.
 *
 * @param spark the session, for whatever is not SQL
 * @param parameters by name, without the colon
 */
public record Notebook(SparkSession spark, Map<String, Object> parameters) {
    public Notebook {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Starts Spark, unless it runs already, and opens some tables.
     *
     * @param warehouse the folder of the tables, a local path or an {@code s3a://} URI; or a {@code curlake.yaml}, which
     *     says the folder and how its store is reached
     * @param tables the names of the tables that the notebook asks; one that was never written has no rows
     */
    public static Notebook open(String warehouse, String... tables) {
        List<TableName> names = Arrays.stream(tables).map(Notebook::table).toList();
        Optional<CurlakeConfig> config = configuration(warehouse);
        // A session of its own, so that no view of another notebook is taken for a table.
        SparkSession spark =
                config.map(SparkSessions::open).orElseGet(Notebook::session).newSession();
        // Spark 4.1 puts parameters into the text of a query, which the parser of Delta 4.4 leaves out; the older way
        // keeps them.
        spark.conf().set("spark.sql.legacy.parameterSubstitution.constantsOnly", "true");
        Tables opened = new Tables(
                spark,
                new Storage(spark.sparkContext().hadoopConfiguration()),
                Storage.uri(config.map(CurlakeConfig::warehouse).orElse(warehouse)),
                Clock.systemUTC());
        if (!opened.exists(TableName.RECONCILIATION)) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot open warehouse '" + warehouse
                            + "': nothing was loaded into it. Run './curlake demo' for one "
                            + "with sample data, or set 'warehouse' to your own.");
        }
        Stream.concat(names.stream(), Stream.of(TableName.RECONCILIATION))
                .forEach(name -> opened.read(name).createOrReplaceTempView(name.tableName()));
        return new Notebook(spark, Map.of());
    }

    private static TableName table(String name) {
        return Arrays.stream(TableName.values())
                .filter(table -> table.tableName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(
                        "Cannot open table '" + name + "': there is none of that name. See docs/tables/README.md."));
    }

    private static Optional<CurlakeConfig> configuration(String warehouse) {
        return warehouse.matches(".*\\.ya?ml")
                ? Optional.of(ConfigFile.read(
                        Path.of(warehouse), name -> System.getenv().getOrDefault(name, "")))
                : Optional.empty();
    }

    private static SparkSession session() {
        return SparkSession.builder().appName("curlake notebook").getOrCreate();
    }

    /**
     * Chooses what to look at, as {@code :source}, {@code :currency}, {@code :period} and, for the month before it,
     * {@code :before}.
     *
     * @param source a source of the configuration; the first by name where empty
     * @param currency the one of most line items where empty
     * @param period a billing period, {@code YYYY-MM}; the newest where empty
     */
    public Notebook choose(String source, String currency, String period) {
        List<Scope.Loaded> loaded = sql("""
                SELECT source, currency, billing_period, sum(kept_rows) FROM reconciliation
                WHERE currency <> '' GROUP BY ALL""").collectAsList().stream()
                .map(row -> new Scope.Loaded(row.getString(0), row.getString(1), row.getString(2), row.getLong(3)))
                .toList();
        Scope scope = Scope.choose(new Scope(source, currency, period), loaded);
        return with("source", scope.source())
                .with("currency", scope.currency())
                .with("period", scope.period())
                .with("before", YearMonth.parse(scope.period()).minusMonths(1).toString());
    }

    /** The same with a value for {@code :name} in queries. */
    public Notebook with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new Notebook(spark, more);
    }

    /** The value of a parameter, for the text of a cell. */
    public String parameter(String name) {
        return String.valueOf(parameters.get(name));
    }

    /** The rows of a query. */
    public Dataset<Row> sql(String query) {
        return spark.sql(query, parameters);
    }

    /** The one amount of a query of one row and column; zero where it is NULL, as a sum over no rows is. */
    public BigDecimal amount(String query) {
        Row row = sql(query).first();
        return row.isNullAt(0) ? BigDecimal.ZERO : row.getDecimal(0);
    }

    /** The one text of a query; '' where it has no row. */
    public String text(String query) {
        List<Row> rows = sql(query).takeAsList(1);
        return rows.isEmpty() || rows.get(0).isNullAt(0) ? "" : rows.get(0).getString(0);
    }
}
