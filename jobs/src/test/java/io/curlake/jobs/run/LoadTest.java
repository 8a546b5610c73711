package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";

    @TempDir
    Path folder;

    private TestExport export;
    private Warehouse warehouse;

    @BeforeEach
    void setUp() {
        export = new TestExport(folder.resolve("bucket"));
        warehouse = Warehouse.open(TestSpark.session(), config(""), Clock.systemUTC());
    }

    private CurlakeConfig config(String more) {
        return ConfigFile.parse(
                "test.yaml", """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                    mirror: %s
                %s
                """.formatted(folder.resolve("warehouse"), folder.resolve("bucket"), more), name -> "");
    }

    private LoadSummary load() {
        return new Load(warehouse, Progress.SILENT).run(LoadRequest.EVERYTHING);
    }

    private void connect(String account) {
        new AccountRegister(warehouse)
                .connect(
                        warehouse.config().source("acme"),
                        List.of(new AccountsFile.Line(new AccountId(account), "", Optional.empty())));
    }

    @Test
    void keepsConnectedAccountsAndValuesTheRest() {
        export.deliver(
                OCTOBER,
                "e1",
                List.of(
                        List.of(usage(OCTOBER, TestExport.PAYER, 1.5), usage(OCTOBER, WEB, 2.25)),
                        List.of(usage(OCTOBER, LABS, 0.1), usage(OCTOBER, WEB, 1e-10))));
        connect(WEB);

        LoadSummary summary = load();
        System.out.println(summary);

        assertThat(summary.periods()).hasSize(1);
        assertThat(warehouse.tables().read(TableName.LINE_ITEM).count()).isEqualTo(3);
        warehouse.tables().read(TableName.UNCONNECTED_COST).show(false);
        warehouse.tables().read(TableName.RECONCILIATION).show(false);
        warehouse.tables().read(TableName.DELIVERY).show(false);
        System.out.println(load());
    }
}
