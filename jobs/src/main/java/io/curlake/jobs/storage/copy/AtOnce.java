package io.curlake.jobs.storage.copy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One kind of work on many things, several at once on the driver. */
final class AtOnce<T, R> {
    private static final int THREADS = 16;

    private final List<T> things;
    private final Function<? super T, ? extends R> work;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, R> results = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    private AtOnce(List<T> things, Function<? super T, ? extends R> work) {
        this.things = things;
        this.work = work;
    }

    /**
     * The results in the order of the things. Always waits for what it began; throws what failed first, after which
     * nothing more was begun.
     */
    static <T, R> List<R> map(List<T> things, Function<? super T, ? extends R> work) {
        return new AtOnce<T, R>(things, work).results();
    }

    private List<R> results() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, AtOnce::thread);
        for (int i = 0; i < Math.min(THREADS, things.size()); i++) {
            threads.execute(this::workOff);
        }
        threads.shutdown();
        await(threads);
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return IntStream.range(0, things.size())
                .mapToObj(i -> Objects.requireNonNull(results.get(i)))
                .toList();
    }

    private void workOff() {
        for (int i = next.getAndIncrement(); i < things.size() && failure.get() == null; i = next.getAndIncrement()) {
            try {
                results.put(i, work.apply(things.get(i)));
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (Error e) {
                failure.compareAndSet(null, new IllegalStateException(e));
            }
        }
    }

    /** Not to be interrupted: a copy that went on behind the caller's back could appear after all were removed. */
    private static void await(ExecutorService threads) {
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "curlake-copy");
        thread.setDaemon(true);
        return thread;
    }
}
