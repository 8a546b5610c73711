package io.curlake.jobs.run.insight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.insight.anomaly.Anomaly;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.insight.TestLineItems;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributionsTest {
    private static final String WEB = "000000000042";
    private static final LocalDate SECOND = LocalDate.parse("2026-11-02");

    @TempDir
    private Path folder;

    @Test
    void eachOfTwoPeriodsHasTheNetCostsThatItsBuildDecided() {
        TestWarehouse warehouse = TestWarehouse.in(folder);
        Map<String, Object> box = Map.of("line_item_usage_type", "BoxUsage", "line_item_net_unblended_cost", 8.0);
        new TestLineItems().add(WEB, "2026-10-26", 10, box).write(warehouse, "2026-10", Net.ABSENT);
        new TestLineItems().add(WEB, "2026-11-02", 100, box).write(warehouse, "2026-11", Net.DELIVERED);

        TestLineItems.recordBuilds(warehouse, Map.of("2026-10", Net.ABSENT, "2026-11", Net.DELIVERED));
        assertThat(usageTypes(warehouse)).containsExactly("BoxUsage 8 -2");

        TestLineItems.recordBuilds(warehouse, Map.of("2026-11", Net.ABSENT));
        assertThat(usageTypes(warehouse)).containsExactly("BoxUsage 100 100");

        TestLineItems.recordBuilds(warehouse, Map.of());
        assertThat(usageTypes(warehouse)).isEmpty();
    }

    private static List<String> usageTypes(TestWarehouse warehouse) {
        Anomaly anomaly = new Anomaly(
                new SeriesKey(WEB, "AmazonEC2", "USD"),
                SECOND,
                Anomaly.Kind.MORE,
                SECOND,
                BigDecimal.ONE,
                BigDecimal.TEN,
                Optional.empty());
        return Contributions.of(warehouse.warehouse(), "acme", List.of(anomaly))
                .getOrDefault(anomaly, Contributions.NONE)
                .usageTypes()
                .stream()
                .map(one -> one.name() + " " + one.cost().stripTrailingZeros().toPlainString() + " "
                        + one.change().stripTrailingZeros().toPlainString())
                .toList();
    }
}
