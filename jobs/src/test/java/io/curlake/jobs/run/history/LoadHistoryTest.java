package io.curlake.jobs.run.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dcurlake.test.loads=3000} gives the table the loads of a thousand nights and prints the seconds of reading it. */
class LoadHistoryTest {
    private static final int LOADS = Integer.getInteger("curlake.test.loads", 60);
    private static final int LOADS_OF_A_PERIOD = 20;

    @TempDir
    Path folder;

    @Test
    void theNewestLoadOfEachPeriodIsKnownWhole() {
        TestWarehouse test = TestWarehouse.in(folder);
        List<Row> rows =
                IntStream.range(0, LOADS).mapToObj(LoadHistoryTest::load).toList();
        test.warehouse()
                .tables()
                .append(TableName.DELIVERY)
                .write(test.warehouse().rows(TableName.DELIVERY, rows))
                .commit("{}");

        LoadHistory history = LoadHistory.of(test.warehouse());

        assertThat(history.ofSource("acme")).hasSize(LOADS / LOADS_OF_A_PERIOD);
        assertThat(history.ofSource("acme")).allSatisfy(delivery -> {
            assertThat(delivery.loadId()).isEqualTo("load-" + (LOADS_OF_A_PERIOD - 2) + " of " + delivery.partition());
            assertThat(delivery.files()).hasSize(50);
            assertThat(delivery.columns()).hasSize(116);
        });
        long before = System.nanoTime();
        LoadHistory.of(test.warehouse());
        System.out.printf(Locale.ROOT, "%d loads: %.2f s%n", LOADS, (System.nanoTime() - before) / 1e9);
    }

    /** The last attempt of each period did not end well. */
    private static Row load(int number) {
        Partition partition =
                new Partition("acme", BillingPeriod.parse("%d-01".formatted(2000 + number / LOADS_OF_A_PERIOD)));
        int attempt = number % LOADS_OF_A_PERIOD;
        return RowFactory.create(
                partition.source(),
                partition.period().toString(),
                "execution-" + number,
                "export",
                "cur2-parquet",
                "adopted",
                "file:/manifest",
                "etag-" + number,
                IntStream.range(0, 50)
                        .mapToObj(i -> RowFactory.create("exports/" + number + "/" + i, 1L, "etag-" + i, 1L, null))
                        .toArray(Row[]::new),
                1L,
                1L,
                IntStream.range(0, 116).mapToObj(i -> "column_" + i).toArray(String[]::new),
                new String[] {"111122223333"},
                "fingerprint",
                attempt == LOADS_OF_A_PERIOD - 1 ? "refused" : "loaded",
                "load-" + attempt + " of " + partition,
                Timestamp.from(Instant.EPOCH.plusSeconds(number)),
                1L,
                null,
                null,
                null,
                null);
    }
}
