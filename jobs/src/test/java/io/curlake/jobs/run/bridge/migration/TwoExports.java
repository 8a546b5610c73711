package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.ExportConfig.Delivery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One organization that AWS delivers as legacy CUR and as CUR 2.0, into one bucket; both are sources of one warehouse. */
public record TwoExports(Path folder) {
    public static final String LEGACY = "acme-legacy";
    public static final String CUR2 = "acme";

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
                """.formatted(folder.resolve("warehouse"), bucket(), bucket(), bucket());
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

    void restate(SampleSpec export, BillingPeriod period) {
        Sample.restate(TestSpark.session(), open().storage(), export, period);
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

    public TwoExports loaded() {
        LoadSummary summary = warehouse()
                .load(
                        io.curlake.jobs.run.Progress.SILENT,
                        new LoadRequest(List.of(CUR2, LEGACY), List.of(), java.util.Set.of()));
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
