package io.curlake.jobs.run.insight;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
        Warehouse opened = TestWarehouse.in(folder).warehouse();
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
                .write(warehouse);
        new Insights(warehouse.warehouse(), () -> {}).refresh("acme");
        remarks = new Insights(warehouse.warehouse(), () -> {}).refresh("acme");
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
                        "series AmazonRDS 2026-11-10 not_enough 15.000000000000000000",
                        "total  2026-11-10 sum 225.500000000000000010"
                                + " 425.500000000000000010 425.500000000000000010 425.500000000000000010");
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
                        + " single series by 0.0 %, 5 of 5 inside their interval;"
                        + " from day 20 of 3 months the total was off by 0.0 %, single series by 0.0 %,"
                        + " 5 of 5 inside their interval");
    }
}
