package io.curlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.upkeep.Maintain;
import io.curlake.jobs.run.upkeep.MaintainRequest;
import io.curlake.jobs.run.upkeep.MaintainRequest.MaskedRows;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.listing.ListedFile;
import io.curlake.jobs.table.TableName;
import io.curlake.model.config.CurlakeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Night after night another delivery of one month, and {@code maintain} now and then: the folders of the tables stop
 * growing. {@code -Dcurlake.test.growth=400} runs 400 nights of a day each and prints what they hold and cost; without it
 * the nights are few, and a month apart.
 */
class NightsOfGrowthTest {
    private static final int NIGHTS = Integer.getInteger("curlake.test.growth", 16);
    private static final int DAYS = NIGHTS < 100 ? 31 : 1;
    private static final int MAINTAINED_EVERY = NIGHTS < 100 ? 2 : 7;
    private static final int LOG_DAYS = 30;
    private static final int CHECKPOINT_EVERY = 10;
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);

    @TempDir
    Path folder;

    private final Instant start = Instant.now();
    private Instant tonight = start;

    @Test
    void theTablesStopGrowing() {
        TestWarehouse warehouse = warehouse();
        warehouse.connect(SimulatedBill.LINKED.get(0));
        SimulatedBill bill = new SimulatedBill(20261123, new TestExport(folder.resolve("bucket")));
        for (int night = 1; night <= NIGHTS; night++) {
            tonight = start.minus(Duration.ofDays((long) DAYS * (NIGHTS - night + 1)));
            bill.deliver(MONTH.plusDays(night % 31));
            double changed = seconds(() -> assertLoaded(warehouse, Status.LOADED));
            double unchanged = seconds(() -> assertLoaded(warehouse, Status.UNCHANGED));
            writtenTonight();
            if (night % MAINTAINED_EVERY == 0) {
                maintain(warehouse);
                writtenTonight();
            }
            if (night % 50 == 0) {
                print(warehouse, night, changed, unchanged);
            }
        }
        assertBounded(warehouse);
    }

    /** One load a night, one version a load; what is left is of the last nights before and since the last maintenance. */
    private void assertBounded(TestWarehouse warehouse) {
        int sinceMaintained = MAINTAINED_EVERY + 1;
        int versions = LOG_DAYS / DAYS + sinceMaintained + CHECKPOINT_EVERY;
        int readable = (int) RETENTION.toDays() / DAYS + sinceMaintained + 1;
        for (TableName table : List.of(TableName.LINE_ITEM, TableName.UNCONNECTED_COST, TableName.DELIVERED_COST)) {
            assertThat(data(warehouse, table)).as(table.tableName()).hasSizeBetween(1, 4 * readable);
        }
        for (TableName table : List.of(TableName.DELIVERY, TableName.RECONCILIATION)) {
            assertThat(data(warehouse, table))
                    .as(table.tableName())
                    .hasSizeBetween(1, 21 + 2 * MAINTAINED_EVERY + readable);
        }
        for (TableName table : List.of(TableName.LINE_ITEM, TableName.UNCONNECTED_COST, TableName.DELIVERY)) {
            assertThat(log(warehouse, table))
                    .as("log of " + table.tableName())
                    .hasSizeBetween(2, versions + versions / CHECKPOINT_EVERY + 2);
        }
        assertThat(warehouse.read(TableName.DELIVERY).count()).isEqualTo(NIGHTS);
        assertThat(warehouse
                        .read(TableName.RECONCILIATION)
                        .select("load_id")
                        .distinct()
                        .count())
                .isEqualTo(NIGHTS);
    }

    private TestWarehouse warehouse() {
        CurlakeConfig config = TestWarehouse.in(folder).warehouse().config();
        return new TestWarehouse(Warehouse.open(TestSpark.session(), config, new Clock() {
            @Override
            public Instant instant() {
                return tonight;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        }));
    }

    private static void assertLoaded(TestWarehouse warehouse, Status status) {
        assertThat(warehouse.loadPeriod().status()).isEqualTo(status);
    }

    private static void maintain(TestWarehouse warehouse) {
        new Maintain(warehouse.warehouse(), Progress.SILENT)
                .run(new MaintainRequest(MaskedRows.STAY, Optional.empty(), RETENTION));
    }

    /** Files get the time of the night that wrote them. */
    private void writtenTonight() {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(start.minusSeconds(60))) {
                    Files.setLastModifiedTime(file, FileTime.from(tonight));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e9;
    }

    private void print(TestWarehouse warehouse, int night, double changed, double unchanged) {
        System.out.printf(
                Locale.ROOT, "night %d: changed load %.2f s, unchanged load %.2f s%n", night, changed, unchanged);
        for (TableName table : TableName.values()) {
            List<ListedFile> data = data(warehouse, table);
            List<ListedFile> log = log(warehouse, table);
            System.out.printf(
                    Locale.ROOT,
                    "  %-18s %5d files %,12d bytes   log %5d files %,12d bytes%n",
                    table.tableName(),
                    data.size(),
                    bytes(data),
                    log.size(),
                    bytes(log));
        }
    }

    private static List<ListedFile> data(TestWarehouse warehouse, TableName table) {
        return files(warehouse, table).stream()
                .filter(file -> !file.path().startsWith("_delta_log/"))
                .toList();
    }

    private static List<ListedFile> log(TestWarehouse warehouse, TableName table) {
        return files(warehouse, table).stream()
                .filter(file -> file.path().startsWith("_delta_log/"))
                .toList();
    }

    private static List<ListedFile> files(TestWarehouse warehouse, TableName table) {
        Storage storage = warehouse.warehouse().storage();
        return ListedFile.under(storage, warehouse.warehouse().tables().uri(table));
    }

    private static long bytes(List<ListedFile> files) {
        return files.stream().mapToLong(ListedFile::size).sum();
    }
}
