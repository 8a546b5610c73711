package io.curlake.jobs.storage.lock;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.lock.LockChain.Generation;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to a warehouse, held by one run at a time. Renewed in the background while it is held; taken over
 * once its owner is known to be dead or has given no sign of life for {@link LockTiming#expiry}. A run that was paused
 * for longer than that still believes it holds the lock: before it publishes it asks {@link #requireHeld}, and the
 * conditional commit of its table refuses what slips through.
 */
public final class WarehouseLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarehouseLock.class);

    private final LockChain chain;
    private final String warehouse;
    private final LockTiming timing;
    private final long token;
    private final Optional<String> notice;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread heartbeat = new Thread(this::beat, "warehouse lock heartbeat");

    private WarehouseLock(LockChain chain, String warehouse, LockTiming timing, long token, Optional<String> notice) {
        this.chain = chain;
        this.warehouse = warehouse;
        this.timing = timing;
        this.token = token;
        this.notice = notice;
    }

    /** Takes the lock for a verb; refuses with {@code LOCKED} where another run holds it. */
    public static WarehouseLock acquire(Storage storage, String warehouse, String verb) {
        return acquire(storage, warehouse, verb, LockTiming.DEFAULT);
    }

    public static WarehouseLock acquire(Storage storage, String warehouse, String verb, LockTiming timing) {
        LockChain chain = new LockChain(storage, warehouse);
        LockOwner owner = LockOwner.thisProcess(verb);
        while (true) {
            Instant now = timing.clock().instant();
            Optional<Generation> before = chain.newest();
            before.ifPresent(generation -> refuseIfHeld(warehouse, generation, now));
            long next = before.map(Generation::number).orElse(0L) + 1;
            if (chain.take(next, LockRecord.of(owner, now, now.plus(timing.expiry())))) {
                Optional<String> notice = before.filter(g -> !g.released()).map(LockMessages::takenOver);
                WarehouseLock lock = new WarehouseLock(chain, warehouse, timing, next, notice);
                lock.startHeartbeat();
                return lock;
            }
        }
    }

    /** The fencing token: higher than that of every run that held the lock before. */
    public long token() {
        return token;
    }

    /** Whose lock was taken over and why, in a sentence; empty where the lock was free. */
    public Optional<String> notice() {
        return notice;
    }

    /** Whether no other run has taken the lock over. */
    public boolean isStillHeld() {
        return chain.newestNumber() == token;
    }

    /** Refuses with {@code LOCKED} to go on where another run has taken the lock over. */
    public void requireHeld() {
        if (!isStillHeld()) {
            throw LockMessages.lost(warehouse, chain.newest());
        }
    }

    /** Releases the lock, unless another run has taken it over. */
    @Override
    public void close() {
        stopHeartbeat();
        try {
            if (isStillHeld()) {
                chain.release(token);
            }
        } catch (RuntimeException e) {
            // What the run found out is worth more than the lock, which expires.
            LOG.warn(
                    "The lock of {} was not given back and expires in {}: {}",
                    warehouse,
                    timing.expiry(),
                    e.getMessage());
        }
    }

    private static void refuseIfHeld(String warehouse, Generation generation, Instant now) {
        if (!generation.released()
                && generation.expires().isAfter(now)
                && !generation.owner().isGoneFromHere()) {
            throw LockMessages.held(warehouse, generation, now);
        }
    }

    private void startHeartbeat() {
        heartbeat.setDaemon(true);
        heartbeat.start();
    }

    private void beat() {
        try {
            while (!closing.await(timing.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            if (isStillHeld()) {
                chain.renew(token, timing.clock().instant().plus(timing.expiry()));
            }
        } catch (RuntimeException e) {
            // A store that does not answer now may answer at the next beat; whether the lock is held is asked
            // elsewhere.
        }
    }

    private void stopHeartbeat() {
        closing.countDown();
        try {
            heartbeat.join(timing.expiry().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
