package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.ExportConfig.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One organization that AWS delivers as legacy CUR and as CUR 2.0, into one bucket; both are sources of one warehouse. */
public record TwoExports(Path folder) {
    public static final String LEGACY = "acme-legacy";
    public static final String CUR2 = "acme";

    /** What tells a group of {@code delivered_cost} from others. */
    static final List<String> KEY =
            List.of("usage_date", "usage_account_id", "product_code", "line_item_type", "invoice_id", "commitment_arn");

    private static final Partition OF_CUR2 = new Partition(CUR2, BillingPeriod.parse("2026-10"));
    private static final AccountId PAYER = new AccountId("111122223333");

    public String configuration() {
        return """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                    mirror: %s
                  - name: acme-legacy
                    payer: "111122223333"
                    export: {name: acme-report, bucket: acme-billing, prefix: reports, format: legacy-csv}
                    mirror: %s
                  - name: other
                    payer: "999988887777"
                    export: {name: other-cur2, bucket: acme-billing, prefix: others, format: cur2-parquet}
                    mirror: %s
                  - name: acme-new
                    payer: "111122223333"
                    export: {name: acme-new, bucket: acme-billing, prefix: new, format: cur2-parquet}
                    mirror: %s
                """.formatted(folder.resolve("warehouse"), bucket(), bucket(), bucket(), bucket());
    }

    public Path configurationFile() {
        try {
            return Files.writeString(folder.resolve("curlake.yaml"), configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same exports and tables in another folder, to be changed there. */
    TwoExports copiedTo(Path other) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = other.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                // A local copy of a bucket is pinned by its times.
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TwoExports(other);
    }

    /** The rows that a table has of the CUR 2.0 export. */
    List<Row> rows(TableName table) {
        return open().tables().readQuickly(table, OF_CUR2).collectAsList();
    }

    /** Changes what a table says of the CUR 2.0 export. */
    void plant(TableName table, UnaryOperator<Dataset<Row>> change) {
        Tables tables = open().tables();
        Set<String> labels = tables.labels(table, OF_CUR2);
        Dataset<Row> before = TestSpark.session().createDataFrame(rows(table), table.schema());
        Publication publication = table == TableName.DELIVERED_COST
                ? tables.replaceLabelled(table, OF_CUR2, labels.iterator().next())
                : tables.replace(table, OF_CUR2);
        publication.write(change.apply(before).drop("source", "billing_period")).commit("{\"verb\":\"test\"}");
    }

    public TestWarehouse warehouse() {
        return TestWarehouse.of(config());
    }

    CurlakeConfig config() {
        return ConfigFile.parse("test.yaml", configuration(), name -> "");
    }

    private Path bucket() {
        return folder.resolve("acme-billing");
    }

    SampleSpec cur2(int months) {
        return organization(months)
                .withFormat(ExportFormat.CUR2_PARQUET, Delivery.CREATE_NEW)
                .withExport("acme-cur2", "exports", PAYER);
    }

    SampleSpec legacy(int months) {
        return organization(months)
                .withFormat(ExportFormat.LEGACY_CSV, Delivery.CREATE_NEW)
                .withExport("acme-report", "reports", PAYER);
    }

    private SampleSpec organization(int months) {
        return SampleSpec.into(bucket().toString()).withSize(6, months, 1_500L * months);
    }

    public TwoExports delivered(int months) {
        deliver(cur2(months));
        deliver(legacy(months));
        return this;
    }

    void deliver(SampleSpec export) {
        Sample.write(TestSpark.session(), open().storage(), export);
    }

    void restate(SampleSpec export) {
        Sample.restate(TestSpark.session(), open().storage(), export, OF_CUR2.period());
    }

    /** The first linked accounts of the organization. */
    List<String> linked(int count) {
        return Organization.of(cur2(1)).accounts().stream()
                .map(Account::id)
                .filter(id -> !id.equals(PAYER))
                .limit(count)
                .map(AccountId::value)
                .toList();
    }

    public TwoExports connected(String source, int linked) {
        List<AccountsFile.Line> lines = linked(linked).stream()
                .map(id -> new AccountsFile.Line(new AccountId(id), "", Optional.empty()))
                .toList();
        new AccountRegister(open()).connect(config().source(source), lines);
        return this;
    }

    void disconnected(String source, String account) {
        new AccountRegister(open())
                .disconnect(config().source(source), List.of(new AccountId(account)), Optional.empty());
    }

    static String column(Dimension dimension) {
        return switch (dimension) {
            case ACCOUNT -> "usage_account_id";
            case PRODUCT -> "product_code";
            case DAY -> "usage_date";
            case LINE_ITEM_TYPE -> "line_item_type";
            case INVOICE -> "invoice_id";
            case TOTAL, TAG_KEY -> throw new IllegalArgumentException(dimension.name());
        };
    }

    public TwoExports loaded(String... sources) {
        LoadSummary summary = warehouse().load(Progress.SILENT, new LoadRequest(List.of(sources), List.of(), Set.of()));
        if (summary.exitCode().code() != 0) {
            throw new AssertionError(summary.toString());
        }
        return this;
    }

    public TwoExports built() {
        new Build(open(), sentence -> {}).run(LoadRequest.EVERYTHING);
        return this;
    }

    MigrationResult compare(String... periods) {
        return new Migration(open())
                .run(MigrationRequest.of(
                        config(),
                        List.of(LEGACY, CUR2),
                        Arrays.stream(periods).map(BillingPeriod::parse).toList()));
    }

    private Warehouse open() {
        return warehouse().warehouse();
    }
}
