package io.curlake.jobs.storage.lock;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.lock.LockChain.Generation;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds the lock of a warehouse, looked at without taking it.
 *
 * @param owner {@code load by ana@host (process 123)}
 * @param expires when the next run takes it over, unless the owner gives another sign of life
 * @param isDead whether the next run takes it over at once: it has expired, or its process is gone from this machine
 */
public record LockHolder(String owner, Instant since, Instant expires, boolean isDead) {

    /** Empty where the lock is free. */
    public static Optional<LockHolder> of(Storage storage, String warehouse, Instant now) {
        return new LockChain(storage, warehouse)
                .newest()
                .filter(generation -> !generation.released())
                .map(generation -> of(generation, now));
    }

    private static LockHolder of(Generation held, Instant now) {
        return new LockHolder(
                held.owner().toString(),
                held.since(),
                held.expires(),
                !held.expires().isAfter(now) || held.owner().isGoneFromHere());
    }
}
