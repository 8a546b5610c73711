package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import io.curlake.model.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";

    @TempDir
    Path folder;

    private TestExport export;
    private TestWarehouse warehouse;

    @BeforeEach
    void openWarehouse() {
        export = new TestExport(folder.resolve("bucket"));
        warehouse = TestWarehouse.in(folder);
    }

    @Test
    void connectedAccountsAreKeptAndTheRestIsValued() {
        export.deliver(
                OCTOBER,
                "e1",
                List.of(
                        List.of(usage(OCTOBER, PAYER, 1.5), usage(OCTOBER, WEB, 2.25)),
                        List.of(
                                usage(OCTOBER, LABS, 0.1),
                                usage(OCTOBER, WEB, 1e-10),
                                usage(OCTOBER, LABS, 0.2).with("pricing_public_on_demand_cost", 7.0))));
        warehouse.connect(WEB);

        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.status()).isEqualTo(Status.LOADED);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.warnings()).isEmpty();
        assertThat(warehouse.lineItems())
                .containsExactly(
                        "2026-10 000000000042 1.0E-10", "2026-10 000000000042 2.25", "2026-10 111122223333 1.5");
        assertThat(warehouse.texts(
                        TableName.UNCONNECTED_COST,
                        "concat_ws(' ', source, billing_period, usage_date, usage_account_id, product_code, "
                                + "line_item_type, currency, rows, unblended_cost, public_on_demand_cost, "
                                + "net_unblended_cost)"))
                .containsExactly("acme 2026-10 2026-10-01 999988887777 AmazonEC2 Usage USD 2 0.300000000000000000 "
                        + "7.100000000000000000 0.000000000000000000");
        assertThat(reconciliation())
                .containsExactly(
                        "acme-cur2-00001 USD true 2=2+0+0 3.750000000000000000=3.750000000000000000+0E-18+0E-18",
                        "acme-cur2-00002 USD true 3=1+2+0 0.300000000100000000=1.00000000E-10+0.300000000000000000+0E-18");
        assertThat(warehouse.texts(TableName.REJECTED_ROW, "reason")).isEmpty();
        assertDeliveryRow();
    }

    private List<String> reconciliation() {
        return warehouse.read(TableName.RECONCILIATION).collectAsList().stream()
                .map(row -> row.<String>getAs("file").replaceAll(".*/|\\..*", "") + " " + row.getAs("currency") + " "
                        + row.getAs("balanced") + " " + sides(row, "rows") + " " + sides(row, "unblended_cost"))
                .sorted()
                .toList();
    }

    private static String sides(Row row, String measure) {
        return row.getAs("delivered_" + measure) + "=" + row.getAs("kept_" + measure) + "+"
                + row.getAs("unconnected_" + measure) + "+" + row.getAs("rejected_" + measure);
    }

    private void assertDeliveryRow() {
        List<Row> rows = warehouse.read(TableName.DELIVERY).collectAsList();

        assertThat(rows).hasSize(1);
        Row delivery = rows.get(0);
        assertThat(delivery.<String>getAs("delivery_id")).isEqualTo("e1");
        assertThat(delivery.<String>getAs("export_id")).isEqualTo(TestExport.ARN);
        assertThat(delivery.<String>getAs("format")).isEqualTo("cur2-parquet");
        assertThat(delivery.<Long>getAs("rows")).isEqualTo(5);
        assertThat(delivery.<String>getList(delivery.fieldIndex("usage_accounts")))
                .containsExactly(WEB, PAYER, LABS);
        assertThat(delivery.<Row>getList(delivery.fieldIndex("files")))
                .extracting(file -> file.<String>getAs("key"), file -> file.<Long>getAs("rows"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TestExport.key(OCTOBER, "e1", 1), 2L),
                        org.assertj.core.groups.Tuple.tuple(TestExport.key(OCTOBER, "e1", 2), 3L));
        assertThat(delivery.<String>getAs("status")).isEqualTo("loaded");
    }

    @Test
    void aSecondLoadChangesNothingAndARestatementReplacesOnlyItsPeriod() {
        export.deliver(SEPTEMBER, "s1", List.of(List.of(usage(SEPTEMBER, PAYER, 9))))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 1), usage(OCTOBER, PAYER, 2))));
        assertThat(statuses(warehouse.load())).containsExactly("2026-10 LOADED", "2026-09 LOADED");

        assertThat(statuses(warehouse.load())).containsExactly("2026-10 UNCHANGED", "2026-09 UNCHANGED");
        export.deliver(OCTOBER, "e2", List.of(List.of(usage(OCTOBER, PAYER, 1.25))));

        assertThat(statuses(warehouse.load())).containsExactly("2026-10 LOADED", "2026-09 UNCHANGED");
        assertThat(warehouse.lineItems()).containsExactly("2026-09 111122223333 9.0", "2026-10 111122223333 1.25");
        assertThat(warehouse.texts(TableName.DELIVERY, "delivery_id")).containsExactly("e1", "e2", "s1");
    }

    @Test
    void connectingAnAccountLoadsThePeriodsItHasSpendIn() {
        export.deliver(SEPTEMBER, "s1", List.of(List.of(usage(SEPTEMBER, PAYER, 9))))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 1), usage(OCTOBER, WEB, 2))));
        LoadSummary first = warehouse.load();
        assertThat(warehouse.texts(TableName.UNCONNECTED_COST, "usage_account_id"))
                .containsExactly(WEB);
        assertThat(first.periods().stream().mapToDouble(PeriodResult::seconds).sum())
                .as("no period counts the time of another")
                .isPositive()
                .isLessThanOrEqualTo(first.seconds());

        warehouse.connect(WEB);

        assertThat(statuses(warehouse.load())).containsExactly("2026-10 LOADED", "2026-09 UNCHANGED");
        assertThat(warehouse.lineItems())
                .containsExactly("2026-09 111122223333 9.0", "2026-10 000000000042 2.0", "2026-10 111122223333 1.0");
        assertThat(warehouse.texts(TableName.UNCONNECTED_COST, "usage_account_id"))
                .isEmpty();
    }

    @Test
    void currenciesAreProvedSideBySideAndNeverAdded() {
        export.deliver(
                OCTOBER,
                "e1",
                List.of(List.of(
                        usage(OCTOBER, PAYER, 1.5),
                        usage(OCTOBER, PAYER, 10).with("line_item_currency_code", "CNY"),
                        usage(OCTOBER, WEB, 20).with("line_item_currency_code", "CNY"))));

        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.ledger().orElseThrow().delivered().byCurrency())
                .hasSize(2)
                .allSatisfy((currency, amounts) -> assertThat(amounts.amount(CostColumn.UNBLENDED)
                                .stripTrailingZeros()
                                .toPlainString())
                        .isEqualTo(currency.equals("CNY") ? "30" : "1.5"));
        assertThat(warehouse.texts(TableName.UNCONNECTED_COST, "concat_ws(' ', currency, unblended_cost)"))
                .containsExactly("CNY 20.000000000000000000");
    }

    @Test
    void anEmptyPeriodIsLoadedAsSuchButDoesNotReplaceRowsUnlessAccepted() {
        export.deliver(OCTOBER, "e0", List.of());

        PeriodResult empty = warehouse.loadPeriod();

        assertThat(empty.status()).isEqualTo(Status.LOADED);
        assertThat(empty.ledger().orElseThrow().delivered().rows()).isZero();
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.UNCHANGED);

        export.deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 1))));
        warehouse.load();
        export.deliver(OCTOBER, "e2", List.of());

        PeriodResult refused = warehouse.loadPeriod();

        assertThat(refused.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(refused.error())
                .hasValue("Cannot load billing period 2026-10 of 'acme': the manifest lists no files, and the delivery "
                        + "before had 1 row. If the period really has no cost, run with --accept-empty.");
        assertThat(warehouse.lineItems()).hasSize(1);

        assertThat(warehouse.loadPeriod(Acceptance.EMPTY_PERIOD).status()).isEqualTo(Status.LOADED);
        assertThat(warehouse.lineItems()).isEmpty();
    }

    private static List<String> statuses(LoadSummary summary) {
        return summary.periods().stream()
                .map(p -> p.partition().period() + " " + p.status())
                .toList();
    }
}
