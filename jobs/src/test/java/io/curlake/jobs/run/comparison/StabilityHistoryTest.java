package io.curlake.jobs.run.comparison;

import static io.curlake.jobs.restatement.TestCost.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.restatement.DeliveryPair;
import io.curlake.jobs.restatement.Restatements;
import io.curlake.jobs.restatement.TestCost;
import io.curlake.jobs.restatement.stability.Stability;
import io.curlake.jobs.restatement.stability.StabilityFindings;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four nights, one delivery each; on the second two dollars of a day that was two days old went. */
class StabilityHistoryTest {
    private static final Partition PARTITION = new Partition("acme", BillingPeriod.parse("2026-10"));

    @TempDir
    Path folder;

    @Test
    void theTablesKnowAfterHowManyDaysADayStandsStill() {
        Warehouse warehouse = warehouse();
        List<TestCost> first = List.of(cost(9, "Usage", "102"), cost(10, "Usage", "100"));
        List<TestCost> second = List.of(cost(9, "Usage", "100"), cost(10, "Usage", "100"));
        append(warehouse, List.of(delivery(1), delivery(2), delivery(2), delivery(3)));

        assertThat(history(warehouse).line()).isEqualTo("stability: not known yet, after 2 of at least 3 restatements");

        append(warehouse, List.of(delivery(4)));
        write(
                warehouse,
                TableName.RESTATEMENT,
                Restatements.between(
                        TestCost.dataset(first),
                        TestCost.dataset(second),
                        new DeliveryPair("d1", "d2", Instant.parse("2026-10-11T23:00:00Z"))));
        write(warehouse, TableName.DELIVERED_COST, kept(4, "100").unionAll(kept(3, "7000")));

        StabilityFindings findings = history(warehouse);

        assertThat(findings.restatements()).isEqualTo(3);
        assertThat(findings.line())
                .isEqualTo("stability: 99.9% of a day's cost in USD stood still from day 3 on (watched up to day 12)");
        Stability.Age two = findings.currencies().get(0).ages().get(2);
        assertThat(two.days()).as("8 to 11 October, watched on 10 to 13").isEqualTo(4);
        assertThat(two.cost()).isEqualByComparingTo("400");
        assertThat(two.movement().net()).isEqualByComparingTo("-2");
        assertThat(new StabilityHistory(warehouse).of(List.of("other")).restatements())
                .isZero();
    }

    private static StabilityFindings history(Warehouse warehouse) {
        return new StabilityHistory(warehouse).of(List.of("acme"));
    }

    private Warehouse warehouse() {
        Warehouse open = TestWarehouse.in(folder).warehouse();
        Clock clock = Clock.fixed(Instant.parse("2026-10-13T12:00:00Z"), ZoneOffset.UTC);
        return new Warehouse(open.spark(), open.storage(), open.tables(), open.config(), clock);
    }

    /** The twelve days of a delivery, each of the same cost. */
    private static Dataset<Row> kept(int night, String amount) {
        return TestCost.dataset(IntStream.rangeClosed(1, 12)
                .mapToObj(day -> cost(day, "Usage", amount)
                        .with("delivery_id", "d" + night)
                        .with("manifest_etag", "etag-" + night))
                .toList());
    }

    /** Loaded at ten in the morning, from 10 October on. */
    private static Row delivery(int night) {
        Object[] values = {
            "acme",
            "2026-10",
            "d" + night,
            "export",
            "cur2-parquet",
            "adopted",
            "manifest",
            "etag-" + night,
            new Row[0],
            12L,
            1L,
            new String[0],
            new String[0],
            "fingerprint",
            "loaded",
            "load-" + night,
            Timestamp.from(Instant.parse("2026-10-%02dT10:00:00Z".formatted(9 + night))),
            1L
        };
        return RowFactory.create(
                Arrays.copyOf(values, TableName.DELIVERY.schema().size()));
    }

    private static void append(Warehouse warehouse, List<Row> deliveries) {
        warehouse
                .tables()
                .append(TableName.DELIVERY)
                .write(warehouse.rows(TableName.DELIVERY, deliveries))
                .commit("{}");
    }

    private static void write(Warehouse warehouse, TableName table, Dataset<Row> rows) {
        warehouse.tables().replace(table, PARTITION).write(rows.coalesce(1)).commit("{}");
    }
}
