package io.curlake.jobs.run;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.due.Patience;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The warehouse of one source, {@code acme}, which reads the folder {@code bucket} beside it as its bucket. */
public record TestWarehouse(Warehouse warehouse) {
    public static TestWarehouse in(Path folder) {
        return in(folder, ExportFormat.CUR2_PARQUET, "");
    }

    /** @param more keys of the configuration besides warehouse and sources */
    public static TestWarehouse in(Path folder, ExportFormat format, String more) {
        return of(folder.resolve("warehouse"), folder.resolve("bucket"), format, more);
    }

    /** Another warehouse of CUR 2.0 Parquet, which reads that bucket. */
    public static TestWarehouse beside(Path bucket, Path warehouse, String more) {
        return of(warehouse, bucket, ExportFormat.CUR2_PARQUET, more);
    }

    public static TestWarehouse of(Path warehouse, Path bucket, ExportFormat format, String more) {
        return of(ConfigFile.parse("test.yaml", """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: %s}
                    mirror: %s
                %s
                """.formatted(warehouse, format, bucket, more), name -> ""));
    }

    public static TestWarehouse of(CurlakeConfig config) {
        return new TestWarehouse(Warehouse.open(TestSpark.session(), config, Clock.systemUTC()));
    }

    public LoadSummary load(Acceptance... accepted) {
        return load(Progress.SILENT, accepted);
    }

    public PeriodResult load(BillingPeriod period) {
        return load(Progress.SILENT, period);
    }

    PeriodResult load(Progress progress, BillingPeriod period) {
        return only(load(progress, new LoadRequest(List.of(), List.of(period), Set.of())));
    }

    public PeriodResult reconcile(BillingPeriod period) {
        return only(new Reconcile(warehouse).run(new LoadRequest(List.of(), List.of(period), Set.of())));
    }

    public LoadSummary load(Progress progress, Acceptance... accepted) {
        return load(progress, new LoadRequest(List.of(), List.of(), Set.of(accepted)));
    }

    /** Tries once: no test sleeps. */
    public LoadSummary load(Progress progress, LoadRequest request) {
        return new Load(warehouse, progress, Patience.NONE).run(request);
    }

    /** Loads and gives the result of the one period there is. */
    public PeriodResult loadPeriod(Acceptance... accepted) {
        return only(load(accepted));
    }

    public PeriodResult loadPeriod(Progress progress) {
        return only(load(progress));
    }

    public TestWarehouse connect(String... accounts) {
        return connect(Optional.empty(), accounts);
    }

    TestWarehouse connect(Optional<BillingPeriod> from, String... accounts) {
        List<AccountsFile.Line> lines = Arrays.stream(accounts)
                .map(id -> new AccountsFile.Line(new AccountId(id), "", from))
                .toList();
        new AccountRegister(warehouse).connect(source(), lines);
        return this;
    }

    TestWarehouse disconnect(Optional<BillingPeriod> from, String... accounts) {
        List<AccountId> ids = Arrays.stream(accounts).map(AccountId::new).toList();
        new AccountRegister(warehouse).disconnect(source(), ids, from);
        return this;
    }

    SourceConfig source() {
        return warehouse.config().source("acme");
    }

    public Dataset<Row> read(TableName table) {
        return warehouse.tables().read(table);
    }

    public TestTable table(TableName table) {
        return new TestTable(warehouse.storage(), warehouse.tables().uri(table));
    }

    /** "2026-10 000000000042 2.25" for each row of {@code line_item}, sorted. */
    public List<String> lineItems() {
        return texts(
                TableName.LINE_ITEM,
                "concat_ws(' ', billing_period, line_item_usage_account_id, line_item_unblended_cost)");
    }

    /** A text for each row of a table, sorted. The rows as Kernel reads them: Spark's plan of a Delta table takes longer. */
    public List<String> texts(TableName table, String expression) {
        List<Row> rows = warehouse.tables().rows(table);
        if (rows.isEmpty()) {
            return List.of();
        }
        return warehouse
                .spark()
                .createDataFrame(rows, rows.get(0).schema())
                .selectExpr(expression + " as text")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static PeriodResult only(LoadSummary summary) {
        if (summary.periods().size() != 1) {
            throw new AssertionError("not one period: " + summary);
        }
        return summary.periods().get(0);
    }
}
