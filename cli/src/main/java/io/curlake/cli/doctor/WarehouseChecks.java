package io.curlake.cli.doctor;

import io.curlake.jobs.storage.ConditionalCreate;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.lock.LockHolder;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TableVersions;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The warehouse: its tables, who holds its lock, and whether its store keeps two writers apart. */
final class WarehouseChecks {
    private static final String WAREHOUSE = "warehouse";
    private static final String STORE = "conditional create";

    private final Storage storage;
    private final String warehouse;
    private final Clock clock;

    WarehouseChecks(Storage storage, String warehouse, Clock clock) {
        this.storage = storage;
        this.warehouse = Storage.uri(warehouse).replaceAll("/+$", "");
        this.clock = clock;
    }

    List<Check> look() {
        List<Check> checks = new ArrayList<>(Check.attempt(WAREHOUSE, "tables", () -> one(tables())));
        if (checks.get(0).finding().level() == Level.FAULT) {
            // What cannot be read need not be asked twice more.
            return checks;
        }
        checks.addAll(Check.attempt(WAREHOUSE, "lock", () -> one(lock())));
        checks.addAll(Check.attempt(WAREHOUSE, STORE, () -> one(conditionalCreate())));
        return checks;
    }

    private Finding tables() {
        Map<TableName, Long> versions = TableVersions.of(storage, warehouse);
        String shown = StorageErrors.shown(warehouse);
        if (versions.isEmpty()) {
            return Finding.note("tables", "none yet in " + shown, "'curlake load' makes them.");
        }
        String some = Stream.of(TableName.LINE_ITEM, TableName.DELIVERY, TableName.DAILY_COST)
                .filter(versions::containsKey)
                .map(table -> table.tableName() + " at version " + versions.get(table))
                .collect(Collectors.joining(", "));
        return Finding.ok("tables", versions.size() + " in " + shown + (some.isEmpty() ? "" : "; " + some));
    }

    private Finding lock() {
        Optional<LockHolder> holder = LockHolder.of(storage, warehouse, clock.instant());
        return holder.map(this::held).orElseGet(() -> Finding.ok("lock", "free"));
    }

    private Finding held(LockHolder holder) {
        String words = "held by " + holder.owner() + ", since " + Ages.since(holder.since(), clock.instant());
        return holder.isDead()
                ? Finding.note(
                        "lock",
                        words + "; it gives no sign of life",
                        "Nothing to do: the next run takes it over and repairs.")
                : Finding.note(
                        "lock",
                        words,
                        "Wait for it; without a sign of life it is taken over at "
                                + holder.expires().truncatedTo(ChronoUnit.SECONDS) + ".");
    }

    /** Two creates of one object, below a folder that nobody else has: the second must be refused. */
    private Finding conditionalCreate() {
        String folder = warehouse + "/_curlake/doctor/" + UUID.randomUUID();
        String probe = folder + "/probe";
        try {
            ConditionalCreate creates = new ConditionalCreate(storage);
            creates.create(probe, "first".getBytes(StandardCharsets.UTF_8));
            return isRefused(creates, probe)
                    ? Finding.ok(STORE, "the store refuses to overwrite: one run writes at a time")
                    : Finding.fault(
                            STORE,
                            "the store overwrites what a conditional create must not: lock and commits do not hold",
                            "Keep the warehouse in a store that enforces 'If-None-Match: *', as S3 does.");
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(probe, e);
        } finally {
            storage.delete(folder);
        }
    }

    private static boolean isRefused(ConditionalCreate creates, String probe) throws IOException {
        try {
            creates.create(probe, "second".getBytes(StandardCharsets.UTF_8));
            return false;
        } catch (FileAlreadyExistsException e) {
            return true;
        }
    }

    private static List<Check> one(Finding finding) {
        return List.of(Check.of(WAREHOUSE, finding));
    }
}
