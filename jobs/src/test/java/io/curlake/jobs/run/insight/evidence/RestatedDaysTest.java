package io.curlake.jobs.run.insight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.insight.anomaly.SeriesDay;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestatedDaysTest {
    private static final Partition OCTOBER = new Partition("acme", BillingPeriod.parse("2026-10"));
    private static final LocalDate TENTH = LocalDate.parse("2026-10-10");

    @TempDir
    private Path folder;

    @Test
    void whatMovedADayAfterItWasOverIsAddedUpAtItsEffectiveCost() {
        TestWarehouse warehouse = TestWarehouse.in(folder);
        assertThat(of(warehouse)).isEmpty();
        warehouse
                .warehouse()
                .tables()
                .replace(TableName.RESTATEMENT, OCTOBER)
                .write(warehouse
                        .warehouse()
                        .rows(
                                TableName.RESTATEMENT,
                                List.of(
                                        restated(
                                                "2026-10-10",
                                                "late_usage",
                                                "2026-10-11T05:00:00Z",
                                                "Usage",
                                                "unblended_cost",
                                                "40"),
                                        restated(
                                                "2026-10-10",
                                                "reallocated",
                                                "2026-11-03T05:00:00Z",
                                                "SavingsPlanCoveredUsage",
                                                "savings_plan_effective_cost",
                                                "-1.5"),
                                        restated(
                                                "2026-10-10",
                                                "reallocated",
                                                "2026-11-03T05:00:00Z",
                                                "SavingsPlanNegation",
                                                "unblended_cost",
                                                "-500"),
                                        restated(
                                                "2026-10-10",
                                                "late_usage",
                                                "2026-10-10T23:00:00Z",
                                                "Usage",
                                                "unblended_cost",
                                                "7"),
                                        restated(
                                                "2026-10-10",
                                                "new_charges",
                                                "2026-10-11T05:00:00Z",
                                                "Usage",
                                                "unblended_cost",
                                                "9"),
                                        restated(
                                                "2026-10-11",
                                                "late_usage",
                                                "2026-10-13T05:00:00Z",
                                                "Usage",
                                                "unblended_cost",
                                                "3"))))
                .commit("{}");

        assertThat(of(warehouse))
                .containsExactlyEntriesOf(Map.of(
                        new SeriesDay(new SeriesKey("000000000042", "AmazonEC2", "USD"), TENTH),
                        new BigDecimal("38.500000000000000000")));
    }

    private static Map<SeriesDay, BigDecimal> of(TestWarehouse warehouse) {
        return RestatedDays.of(warehouse.warehouse(), Set.of(OCTOBER), Set.of(TENTH));
    }

    private static Row restated(String day, String cause, String at, String type, String measure, String change) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "usage_date",
                Date.valueOf(day),
                "cause",
                cause,
                "restated_at",
                Timestamp.from(java.time.Instant.parse(at)),
                "line_item_type",
                type,
                "usage_account_id",
                "000000000042",
                "product_code",
                "AmazonEC2",
                "currency",
                "USD",
                "after_" + measure,
                new BigDecimal(change).setScale(18)));
        return RowFactory.create(Arrays.stream(TableName.RESTATEMENT.schema().fieldNames())
                .map(column -> values.containsKey(column) ? values.get(column) : absent(column))
                .toArray());
    }

    private static @Nullable Object absent(String column) {
        boolean isCost = column.startsWith("after_") || column.startsWith("before_");
        return isCost ? BigDecimal.ZERO.setScale(18) : null;
    }
}
