package io.curlake.jobs.run.insight;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four months of daily costs; on 2026-11-12 the usage of the 11th has begun. Everything is refreshed twice. */
class InsightsTest {
    @TempDir
    static Path folder;

    private static TestWarehouse warehouse;
    private static List<String> remarks;

    @BeforeAll
    static void refreshTwice() {
        Warehouse opened = TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, """
                        budgets:
                          - {name: all, amount: 1000, currency: USD}
                          - {name: web, amount: 100, currency: USD, accounts: ["%s"], services: [AmazonEC2]}
                          - {name: year, amount: 9000, currency: USD, period: year, services: [AWSSupportBusiness]}
                          - {name: tag, amount: 1000, currency: USD, tag: team=web}
                          - {name: ghost, amount: 1, currency: USD, tag: team=ghost}
                          - {name: typo, amount: 1, currency: USD, services: [AmazonEc2]}
                        """.formatted(WEB))
                .warehouse();
        Clock clock = Clock.fixed(Instant.parse("2026-11-12T03:00:00Z"), ZoneOffset.UTC);
        warehouse = new TestWarehouse(
                new Warehouse(opened.spark(), opened.storage(), opened.tables(), opened.config(), clock));
        new TestDailyCosts()
                .usage(WEB, "AmazonEC2", "2026-08-01", "2026-11-10", day -> "10.000000000000000001")
                .charge(WEB, "AmazonEC2", "Usage", "2026-11-11", "1")
                .charge(WEB, "AWSSupportBusiness", "Fee", "2026-09-06", "100")
                .charge(WEB, "AWSSupportBusiness", "Fee", "2026-10-06", "100")
                .charge(WEB, "AWSSupportBusiness", "Fee", "2026-11-06", "110.5")
                .usage(WEB, "AmazonRDS", "2026-11-08", "2026-11-10", day -> "5")
                .usage("000000000007", "AmazonEC2", "2026-08-01", "2026-11-10", day -> isPeak(day) ? "50" : "20")
                .write(warehouse);
        TestDailyCosts.tag(warehouse, "team", "web", "2026-09-15", "2026-11-10", "10");
        TestDailyCosts.tag(warehouse, "team", "", "2026-08-01", "2026-08-10", "99");
        new TestLineItems()
                .add(
                        "000000000007",
                        "2026-11-02",
                        20,
                        Map.of("line_item_usage_type", "BoxUsage", "line_item_resource_id", "i-1"))
                .add(
                        "000000000007",
                        "2026-11-09",
                        20,
                        Map.of("line_item_usage_type", "BoxUsage", "line_item_resource_id", "i-1"))
                .add(
                        "000000000007",
                        "2026-11-09",
                        25,
                        Map.of("line_item_usage_type", "NatGateway", "line_item_resource_id", "nat-1"))
                .add("000000000007", "2026-11-09", 5, Map.of("line_item_usage_type", "NatGateway"))
                .add("000000000007", "2026-11-09", 99, Map.of("line_item_line_item_type", "Tax"))
                .add(WEB, "2026-11-09", 77, Map.of("line_item_usage_type", "BoxUsage"))
                .write(warehouse, "2026-11", Net.ABSENT);
        new Insights(warehouse.warehouse(), () -> {}).refresh("acme");
        remarks = new Insights(warehouse.warehouse(), () -> {}).refresh("acme");
    }

    private static boolean isPeak(LocalDate day) {
        return day.equals(LocalDate.parse("2026-11-09"));
    }

    @Test
    void anUnusualDaySaysWhatItIsMadeOf() {
        assertThat(warehouse.texts(
                        TableName.ANOMALY,
                        "concat_ws(' ', usage_date, usage_account_id, product_code, kind, expected_cost, actual_cost, score,"
                                + " to_json(usage_types), to_json(resources), load_id, billing_period)"))
                .containsExactly(
                        "2026-11-09 000000000007 AmazonEC2 more 20.000000000000000000 50.000000000000000000 75.000000"
                                + " [{\"name\":\"NatGateway\",\"cost\":30.000000000000000000,\"change\":30.000000000000000000},"
                                + "{\"name\":\"BoxUsage\",\"cost\":20.000000000000000000,\"change\":0E-18}]"
                                + " [{\"name\":\"nat-1\",\"cost\":25.000000000000000000,\"change\":25.000000000000000000},"
                                + "{\"name\":\"\",\"cost\":5.000000000000000000,\"change\":5.000000000000000000},"
                                + "{\"name\":\"i-1\",\"cost\":20.000000000000000000,\"change\":0E-18}]"
                                + " l-2026-11 2026-11");
    }

    @Test
    void budgetsStandAsTheForecastOfWhatTheyCount() {
        assertThat(warehouse.texts(
                        TableName.BUDGET_STATUS,
                        "concat_ws(' ', name, period, as_of, actual_cost, forecast_cost, share, forecast_share, state,"
                                + " load_id, billing_period)"))
                .containsExactly(
                        "all month 2026-11-10 455.500000000000000010 1055.500000000000000010 0.455500 1.055500"
                                + " forecast_over l-2026-11 2026-11",
                        "tag month 2026-11-10 100.000000000000000000 300.000000000000000000 0.100000 0.300000"
                                + " under l-2026-11 2026-11",
                        "web month 2026-11-10 100.000000000000000010 300.000000000000000010 1.000000 3.000000"
                                + " over l-2026-11 2026-11",
                        "year year 2026-11-10 310.500000000000000000 421.000000000000000000 0.034500 0.046778"
                                + " under l-2026-11 2026-11");
        assertThat(remarks)
                .contains(
                        "budget 'typo' is left out: 'acme' has no cost of service 'AmazonEc2' in its last months;"
                                + " correct it in the configuration",
                        "budget 'ghost' is left out: 'acme' has no cost of tag 'team' = 'ghost' in its last months;"
                                + " correct it in the configuration");
    }

    @Test
    void theMonthEndOfEverySeriesIsForecastFromItsWholeDays() {
        assertThat(
                        warehouse.texts(
                                TableName.FORECAST,
                                "concat_ws(' ', scope, product_code, as_of, basis, actual_cost, forecast_cost, low_cost, high_cost)"))
                .containsExactly(
                        "series AWSSupportBusiness 2026-11-10 silent 110.500000000000000000"
                                + " 110.500000000000000000 110.500000000000000000 110.500000000000000000",
                        "series AmazonEC2 2026-11-10 weekdays 100.000000000000000010"
                                + " 300.000000000000000010 300.000000000000000010 300.000000000000000010",
                        "series AmazonEC2 2026-11-10 weekdays 230.000000000000000000"
                                + " 630.000000000000000000 630.000000000000000000 630.000000000000000000",
                        "series AmazonRDS 2026-11-10 not_enough 15.000000000000000000",
                        "total  2026-11-10 sum 455.500000000000000010"
                                + " 1055.500000000000000010 1055.500000000000000010 1055.500000000000000010");
    }

    @Test
    void aForecastSaysWhichLoadItIsOfAndHowGoodItWas() {
        assertThat(warehouse.texts(
                        TableName.FORECAST,
                        "concat_ws(' ', product_code, backtest_day, backtest_months, backtest_error, backtest_inside,"
                                + " delivery_id, load_id, source, billing_period)"))
                .contains("AmazonEC2 10 3 0.000000 3 d-2026-11 l-2026-11 acme 2026-11");
        assertThat(remarks)
                .contains("forecasts in USD, back-tested: from day 10 of 3 months the total was off by 0.0 %,"
                        + " single series by 0.0 %, 8 of 8 inside their interval;"
                        + " from day 20 of 3 months the total was off by 0.0 %, single series by 0.0 %,"
                        + " 8 of 8 inside their interval");
    }
}
