package io.curlake.jobs.run.record;

import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.lock.WarehouseLock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run that takes the warehouse lock, and is remembered in the table {@code run} before it gives it back: also one that is
 * refused or fails. One that cannot get the lock, or is killed, leaves no row.
 *
 * @param verb what holds the lock, in the words of the user
 * @param notices takes what a person should know of
 */
public record WritingRun(Warehouse warehouse, String verb, Consumer<String> notices) {
    /** What is done with the lock. */
    public interface Work<T> {
        T in(Warehouse held, WarehouseLock lock);
    }

    /** @param ended what the result says of the run */
    public <T> T of(Work<T> work, Function<T, Ended> ended) {
        try (WarehouseLock lock = warehouse.lock(verb)) {
            lock.notice().ifPresent(notices);
            Warehouse held = warehouse.heldBy(lock);
            Instant began = warehouse.clock().instant();
            long start = System.nanoTime();
            T result;
            try {
                result = work.in(held, lock);
            } catch (Exception e) {
                // Spark throws checked exceptions that its methods do not declare.
                remember(held, lock, began, start, Ended.refused(Failures.of(e, "run '" + verb + "'")));
                throw e;
            }
            remember(held, lock, began, start, ended.apply(result));
            return result;
        }
    }

    /** Nothing that goes wrong here changes what becomes of the verb. */
    private void remember(Warehouse held, WarehouseLock lock, Instant began, long start, Ended ended) {
        held.invocation().ifPresent(invocation -> {
            RunRecord record =
                    new RunRecord(invocation.runId(), verb, began, Duration.ofNanos(System.nanoTime() - start), ended);
            try {
                lock.requireHeld();
                RunTable.add(held, invocation, record);
            } catch (Exception e) {
                invocation
                        .notices()
                        .accept("This run is not remembered in the table 'run'. "
                                + Failures.of(e, "write to it").getMessage() + " What the run did is not affected.");
            }
        });
    }
}
