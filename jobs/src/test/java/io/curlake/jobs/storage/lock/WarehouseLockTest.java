package io.curlake.jobs.storage.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.TestStores;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarehouseLockTest {
    private enum Store {
        DISK,
        S3
    }

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock("2026-11-23T12:00:00Z");
    private final LockTiming timing = new LockTiming(clock, Duration.ofMinutes(5));

    @ParameterizedTest
    @EnumSource
    void aSecondRunIsRefusedAndToldWhoHoldsTheLock(Store store, TestInfo test) {
        Storage storage = storage(store);
        String warehouse = warehouse(store, test);
        String owner = LockOwner.thisProcess("load").toString();

        try (WarehouseLock lock = WarehouseLock.acquire(storage, warehouse, "load", timing)) {
            clock.advance(Duration.ofMinutes(4));

            assertThatThrownBy(() -> WarehouseLock.acquire(storage, warehouse, "build", timing))
                    .hasMessage("Cannot write to " + warehouse + ": another run holds its lock: " + owner
                            + ", since 2026-11-23 12:00 UTC (4 minutes ago). Wait for it to end; a lock whose owner died "
                            + "is taken over at 12:05:00 UTC.")
                    .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                    .extracting(Refusal::exitCode)
                    .isEqualTo(ExitCode.LOCKED);
            assertThat(lock.isStillHeld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReleasedLockIsTakenWithAHigherToken(Store store, TestInfo test) {
        Storage storage = storage(store);
        String warehouse = warehouse(store, test);
        long first;
        try (WarehouseLock lock = WarehouseLock.acquire(storage, warehouse, "load", timing)) {
            first = lock.token();
        }

        try (WarehouseLock lock = WarehouseLock.acquire(storage, warehouse, "load", timing)) {
            assertThat(lock.token()).isEqualTo(first + 1);
            assertThat(lock.notice()).isEmpty();
            assertThat(storage.files(Storage.uri(warehouse) + "/_lock"))
                    .extracting(StoredObject::fileName)
                    .containsExactly("000000000002.json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredLockIsTakenOverAndItsOwnerRefusedToGoOn(Store store, TestInfo test) {
        Storage storage = storage(store);
        String warehouse = warehouse(store, test);
        String owner = LockOwner.thisProcess("load").toString();
        WarehouseLock paused = WarehouseLock.acquire(storage, warehouse, "load", timing);

        clock.advance(Duration.ofMinutes(6));

        try (WarehouseLock lock = WarehouseLock.acquire(storage, warehouse, "build", timing)) {
            assertThat(lock.token()).isEqualTo(paused.token() + 1);
            assertThat(lock.notice())
                    .hasValue("Took over the lock of " + owner
                            + ": no sign of life, and it expired at 2026-11-23 12:05 UTC.");
            assertThatThrownBy(paused::requireHeld)
                    .hasMessage("Cannot go on writing to " + warehouse
                            + ": this run gave no sign of life for too long, and "
                            + LockOwner.thisProcess("build")
                            + " took its lock over. Nothing was published; run it again.");
            paused.close();
            assertThat(lock.isStillHeld()).isTrue();
            assertThatThrownBy(() -> WarehouseLock.acquire(storage, warehouse, "load", timing))
                    .isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeartbeatKeepsTheLockBeyondItsFirstExpiry(Store store, TestInfo test) throws InterruptedException {
        Storage storage = storage(store);
        String warehouse = warehouse(store, test);
        LockTiming quick = new LockTiming(clock, Duration.ofSeconds(2));

        try (WarehouseLock lock = WarehouseLock.acquire(storage, warehouse, "load", quick)) {
            clock.advance(Duration.ofMillis(1_900));
            Thread.sleep(1_500);
            clock.advance(Duration.ofMillis(200));

            assertThatThrownBy(() -> WarehouseLock.acquire(storage, warehouse, "load", quick))
                    .isInstanceOf(Refusal.class);
            assertThat(lock.isStillHeld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofEightRunsThatStartAtOnceExactlyOneGetsTheLock(Store store, TestInfo test) throws Exception {
        Storage storage = storage(store);
        String warehouse = warehouse(store, test);
        WarehouseLock.acquire(storage, warehouse, "load", timing);
        clock.advance(Duration.ofMinutes(6));
        ExecutorService runs = Executors.newFixedThreadPool(8);
        Callable<Boolean> run = () -> takes(storage, warehouse);

        List<Boolean> outcomes = new ArrayList<>();
        for (Future<Boolean> outcome : runs.invokeAll(Collections.nCopies(8, run))) {
            outcomes.add(outcome.get());
        }
        runs.shutdown();

        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    void theLockOfAKilledProcessIsTakenOverAtOnce(TestInfo test) throws IOException, InterruptedException {
        String warehouse = warehouse(Store.DISK, test);
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        warehouse)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = holder.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("token 1");
        }
        assertThatThrownBy(() -> WarehouseLock.acquire(TestStores.local(), warehouse, "load"))
                .hasMessageContaining("(process " + holder.pid() + ")");

        holder.destroyForcibly().waitFor();

        try (WarehouseLock lock = WarehouseLock.acquire(TestStores.local(), warehouse, "load")) {
            assertThat(lock.token()).isEqualTo(2);
            assertThat(lock.notice().orElseThrow())
                    .startsWith("Took over the lock of load by ")
                    .endsWith("(process " + holder.pid() + "): the process no longer runs.");
        }
    }

    @Test
    void aWarehouseThatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> WarehouseLock.acquire(TestStores.local(), "/proc/curlake", "load"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot write /proc/curlake/_lock/000000000001.json: ");
    }

    private boolean takes(Storage storage, String warehouse) {
        try {
            WarehouseLock.acquire(storage, warehouse, "load", timing);
            return true;
        } catch (Refusal e) {
            assertThat(e.exitCode()).isEqualTo(ExitCode.LOCKED);
            return false;
        }
    }

    private static Storage storage(Store store) {
        return switch (store) {
            case DISK -> TestStores.local();
            case S3 -> TestStores.s3("warehouse-lock");
        };
    }

    private String warehouse(Store store, TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        return switch (store) {
            case DISK -> directory.resolve(name).toString();
            case S3 -> "s3a://warehouse-lock/" + name;
        };
    }
}
