package io.curlake.jobs.run.upkeep;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cli.report.MaintainReport;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.accounts.TestCosts;
import io.curlake.jobs.run.accounts.TestCosts.Cost;
import io.curlake.jobs.run.upkeep.MaintainRequest.MaskedRows;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.jobs.table.upkeep.Reason;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What maintenance removes when, and what it says of it. */
class RetentionTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final Partition PARTITION = new Partition("acme", OCTOBER);
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    @Test
    void aSupersededDeliveryIsReadableForTheRetentionAndThenGoes() {
        TestWarehouse test = loadedTwice();

        MaintainSummary early = maintain(daysLater(test, 6));
        long rowsBefore = TestSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", 0)
                .load(test.warehouse().tables().uri(TableName.LINE_ITEM))
                .count();
        MaintainSummary late = maintain(daysLater(test, 8));

        assertThat(early.freed()).isEmpty();
        assertThat(early.expired()).isZero();
        assertThat(rowsBefore).isEqualTo(1);
        assertThat(late.expired()).isEqualTo(1);
        assertThat(files(late))
                .isEqualTo(Map.of(
                        "line_item superseded deliveries", 1L,
                        "line_item old masks", 1L,
                        "unconnected_cost superseded deliveries", 1L,
                        "delivered_cost expired deliveries of delivered_cost", 1L));
        assertThat(test.lineItems()).containsExactly("2026-10 111122223333 1.5", "2026-10 111122223333 4.0");
        assertThat(test.texts(TableName.DELIVERED_COST, "delivery_id")).containsOnly("e2");
        assertThat(test.texts(TableName.DELIVERY, "delivery_id")).containsExactly("e1", "e2");
        assertThat(maintain(daysLater(test, 8)).freed()).isEmpty();
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() throws IOException {
        TestWarehouse test = loadedTwice();
        Path left = Files.writeString(folder.resolve("warehouse/line_item/left.parquet"), "left by a kill");
        List<Path> before = stored();
        MaintainRequest request = new MaintainRequest(MaskedRows.PURGE, Optional.empty(), Duration.ZERO);

        MaintainSummary planned = new Maintain(test.warehouse(), Progress.SILENT).plan(request);
        List<Path> afterPlan = stored();
        MaintainSummary done = new Maintain(test.warehouse(), Progress.SILENT).run(request);

        assertThat(afterPlan).isEqualTo(before);
        assertThat(planned.freed()).isEqualTo(done.freed());
        assertThat(files(done)).containsEntry("line_item files no log names", 1L);
        assertThat(files(done)).containsEntry("line_item compacted or purged files", 1L);
        assertThat(planned.purged()).isEqualTo(done.purged());
        assertThat(planned.expired()).isEqualTo(done.expired()).isEqualTo(1);
        assertThat(left).doesNotExist();
        assertThat(MaintainReport.of(planned))
                .startsWith("billing period 2026-10 of 'acme': 1 row would be purged\n")
                .contains("1 delivery would expire in delivered_cost.\n")
                .contains("files no log names: 1 file, 14 bytes would be removed\n")
                .endsWith("\nNothing was changed.");
        assertThat(MaintainReport.of(done))
                .contains("1 delivery expired in delivered_cost.\n")
                .contains("files no log names: 1 file, 14 bytes removed\n")
                .endsWith("\nFiles that the newest versions do not need are removed.");
        assertThat(MaintainReport.json(planned))
                .startsWith("{\"verb\":\"maintain\",\"dry_run\":true,\"purged\":[{")
                .contains("\"expired_deliveries\":1")
                .contains("{\"table\":\"line_item\",\"reason\":\"unnamed\",\"files\":1,\"bytes\":14}");
    }

    @Test
    void whatOthersCompactedExpiresByItsRows() {
        TestWarehouse test = TestWarehouse.in(folder);
        new TestCosts()
                .deliver("cur2-parquet", "2026-09", "final", Cost.usage("111122223333", "", "AmazonEC2", "1"))
                .deliver("cur2-parquet", "2026-10", "old", Cost.usage("111122223333", "", "AmazonEC2", "2"))
                .deliver("cur2-parquet", "2026-10", "new", Cost.usage("111122223333", "", "AmazonEC2", "3"))
                .write(test);

        // Loaded on 2026-11-01, as TestCosts says.
        MaintainSummary done = maintain(daysLater(test, 3650));

        assertThat(done.expired()).isEqualTo(1);
        assertThat(test.texts(TableName.DELIVERED_COST, "delivery_id")).containsExactly("final", "new");
    }

    @Test
    void expiredVersionsOfTheLogGoAndTheTableStaysReadable() {
        TestWarehouse test = loadedTwice();
        Tables tables = test.warehouse().tables();
        for (int i = 0; i < 12; i++) {
            tables.remove(TableName.LINE_ITEM, file -> false).commit("{}");
        }

        MaintainSummary early = maintain(daysLater(test, 29));
        MaintainSummary late = maintain(daysLater(test, 31));

        assertThat(early.freed()).noneMatch(freed -> freed.reason() == Reason.EXPIRED_LOG);
        assertThat(files(late)).isEqualTo(Map.of("line_item expired log", 10L));
        assertThat(stored())
                .contains(folder.resolve("warehouse/line_item/_delta_log/00000000000000000010.json"))
                .doesNotContain(folder.resolve("warehouse/line_item/_delta_log/00000000000000000009.json"));
        assertThat(tables.rows(TableName.LINE_ITEM)).hasSize(2);
        assertThat(test.lineItems()).hasSize(2);
    }

    @Test
    void restatementsAreCompactedButForThoseThatFollowTheNewestLoad() {
        TestWarehouse test = TestWarehouse.in(folder);
        new TestCosts()
                .deliver("cur2-parquet", "2026-10", "e1", Cost.usage("111122223333", "", "AmazonEC2", "2"))
                .write(test);
        Tables tables = test.warehouse().tables();
        for (String load : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "load-0")) {
            Object[] values = new Object[TableName.RESTATEMENT.schema().size()];
            values[1] = load;
            tables.replaceLabelled(TableName.RESTATEMENT, PARTITION, load)
                    .write(test.warehouse().rows(TableName.RESTATEMENT, List.of(RowFactory.create(values))))
                    .commit("{}");
        }

        MaintainSummary done = maintain(test.warehouse());

        assertThat(done.compacted()).containsExactly(TableName.RESTATEMENT);
        assertThat(tables.labels(TableName.RESTATEMENT, PARTITION)).containsExactlyInAnyOrder("", "load-0");
        assertThat(tables.files(TableName.RESTATEMENT)).hasSize(2);
        assertThat(test.texts(TableName.RESTATEMENT, "delivery_after"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "load-0");
        assertThat(maintain(test.warehouse()).compacted()).isEmpty();
    }

    private TestWarehouse loadedTwice() {
        TestWarehouse test = TestWarehouse.in(folder);
        TestExport export = new TestExport(folder.resolve("bucket"));
        export.deliver(
                OCTOBER,
                "e1",
                List.of(List.of(usage(OCTOBER, "111122223333", 1.5), usage(OCTOBER, "999988887777", 2))));
        test.loadPeriod();
        export.deliver(
                OCTOBER,
                "e2",
                List.of(List.of(
                        usage(OCTOBER, "111122223333", 1.5),
                        usage(OCTOBER, "111122223333", 4),
                        usage(OCTOBER, "999988887777", 2))));
        test.loadPeriod();
        return test;
    }

    private static Warehouse daysLater(TestWarehouse test, int days) {
        return Warehouse.open(
                TestSpark.session(), test.warehouse().config(), Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    private static MaintainSummary maintain(Warehouse warehouse) {
        return new Maintain(warehouse, Progress.SILENT)
                .run(new MaintainRequest(MaskedRows.STAY, Optional.empty(), WEEK));
    }

    private static Map<String, Long> files(MaintainSummary summary) {
        return summary.freed().stream()
                .collect(Collectors.toMap(
                        freed -> freed.table().tableName() + " " + freed.reason(),
                        Freed::files,
                        Long::sum,
                        TreeMap::new));
    }

    private List<Path> stored() {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Arrays.stream(TableName.values())
                            .anyMatch(table -> file.startsWith(folder.resolve("warehouse/" + table.tableName()))))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
