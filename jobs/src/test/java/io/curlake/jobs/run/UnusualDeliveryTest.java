package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS may deliver and a person should know of, but what no load should stop at. */
class UnusualDeliveryTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;

    @TempDir
    Path folder;

    @Test
    void aColumnThatAwsAddsIsAddedByTheCommitThatPublishesIt() {
        TestExport export = new TestExport(folder.resolve("bucket"))
                .deliver(SEPTEMBER, "s1", List.of(List.of(usage(SEPTEMBER, PAYER, 1))));
        TestWarehouse warehouse = TestWarehouse.in(folder);
        warehouse.load();
        String key = TestExport.key(OCTOBER, "e1", 1);
        export.writeFile(
                        key,
                        List.of(usage(OCTOBER, PAYER, 2).with("line_item_carbon", "7 kg")),
                        TestLineItem.SCHEMA.add("line_item_carbon", DataTypes.StringType))
                .deliverManifest(OCTOBER, "e1", TestExport.ARN, List.of(key));

        List<PeriodResult> results = warehouse.load().periods();

        assertThat(results.get(0).warnings())
                .containsExactly(
                        "new, though no cost measure reads them: 'line_item_carbon'",
                        "new columns were added to line_item: line_item_carbon");
        assertThat(warehouse.texts(
                        TableName.LINE_ITEM,
                        "concat_ws(' ', billing_period, coalesce(line_item_carbon, 'NULL'), "
                                + "coalesce(string(line_item_net_unblended_cost), 'NULL'), "
                                + "line_item_usage_account_name = '', cardinality(resource_tags))"))
                .containsExactly("2026-09 NULL NULL true 0", "2026-10 7 kg NULL true 0");
        assertThat(warehouse.texts(TableName.DELIVERY, "concat_ws(' ', billing_period, table_version)"))
                .containsExactly("2026-09 0", "2026-10 1");
    }

    @Test
    void anExportThatWasMadeAgainIsLoadedWhenThatIsAccepted() {
        TestExport export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 1))));
        TestWarehouse warehouse = TestWarehouse.in(folder);
        warehouse.load();
        String key = TestExport.key(OCTOBER, "e2", 1);
        export.writeFile(key, List.of(usage(OCTOBER, PAYER, 2)), TestLineItem.SCHEMA)
                .deliverManifest(OCTOBER, "e2", "arn-2", List.of(key));

        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.REFUSED);
        assertThat(warehouse.loadPeriod(Acceptance.NEW_EXPORT).status()).isEqualTo(Status.LOADED);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 2.0");
    }

    @Test
    void namesWithAnUnderscoreUnknownTypesAndRowsWithoutAnAccountAreKept() {
        TestExport export = new TestExport(folder.resolve("bucket"));
        String key = "exports/_acme/data/BILLING_PERIOD=2026-10/_acme-00001.snappy.parquet";
        export.writeFile(
                        key,
                        List.of(
                                usage(OCTOBER, PAYER, 1).with("line_item_line_item_type", "Barter"),
                                usage(OCTOBER, "", 2)),
                        TestLineItem.SCHEMA)
                .write("exports/_acme/metadata/BILLING_PERIOD=2026-10/_acme-Manifest.json", """
                        {"executionId": "e1", "exportArn": "arn-1", "dataFiles": ["s3://acme-billing/%s"]}
                        """.formatted(key));
        TestWarehouse warehouse = TestWarehouse.of(ConfigFile.parse(
                "test.yaml", """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: _acme, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                    mirror: %s
                """.formatted(folder.resolve("warehouse"), folder.resolve("bucket")), name -> ""));

        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.error()).isEmpty();
        assertThat(warehouse.lineItems()).containsExactly("2026-10  2.0", "2026-10 111122223333 1.0");
        assertThat(result.warnings())
                .containsExactly(
                        "1 row has no usage account and counts as the payer's",
                        "1 row has the unknown line item type 'Barter', which counts at its unblended cost");
    }

    @Test
    void badRowsInQuarantineAreCountedValuedAndShown() {
        new TestCsvExport(folder.resolve("bucket"), ExportFormat.CUR2_CSV).deliver(OCTOBER, "e1", """
                        line_item_usage_account_id,line_item_currency_code,line_item_usage_start_date,line_item_line_item_type,line_item_unblended_cost
                        111122223333,USD,2026-10-01T00:00:00Z,Usage,1.25
                        111122223333,USD,yesterday,Usage,5.5
                        42,USD,2026-10-01T00:00:00Z,Usage,0.25
                        111122223333,USD
                        """);
        TestWarehouse warehouse = TestWarehouse.in(folder, ExportFormat.CUR2_CSV, "on-rejected: quarantine");

        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.error()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.LOADED);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.ledger()).hasValueSatisfying(ledger -> {
            assertThat(ledger.balances()).isTrue();
            assertThat(ledger.delivered().rows()).isEqualTo(4);
            assertThat(ledger.kept().rows()).isEqualTo(1);
            assertThat(ledger.rejected().rows()).isEqualTo(3);
            assertThat(ledger.rejected()
                            .byCurrency()
                            .getOrDefault("USD", CostAmounts.NONE)
                            .amount(CostColumn.UNBLENDED))
                    .isEqualByComparingTo("5.75");
        });
        assertThat(result.warnings()).containsExactly("3 rows cannot be read and are in rejected_row");
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 1.25");
        assertThat(warehouse.texts(
                        TableName.REJECTED_ROW,
                        "concat_ws(' | ', delivery_id, regexp_extract(file, '[^/]*$', 0), line, reason, text)"))
                .containsExactly(
                        "e1 | acme-cur2-00001.csv.gz | 3 | line_item_usage_start_date is 'yesterday', no date | "
                                + "111122223333,USD,yesterday,Usage,5.5",
                        "e1 | acme-cur2-00001.csv.gz | 4 | line_item_usage_account_id is '42', no account id of 12 "
                                + "digits (were leading zeros lost?) | {\"line_item_currency_code\":\"USD\",\"line_item_line_item_type\":\"Usage\","
                                + "\"line_item_unblended_cost\":0.25,\"line_item_usage_account_id\":\"42\","
                                + "\"line_item_usage_start_date\":\"2026-10-01T00:00:00.000Z\"}",
                        "e1 | acme-cur2-00001.csv.gz | 5 | row has 2 fields, the header has 5 | " + "111122223333,USD");
    }
}
