package io.curlake.jobs.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {
    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1000).boxed().toList();

    @Test
    void resultsAreInTheOrderOfTheThings() {
        assertThat(AtOnce.map(NUMBERS, i -> i + 1))
                .isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void afterAFailureNothingIsBegunAndAllIsWaitedFor() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);

        assertThatThrownBy(() -> AtOnce.map(NUMBERS, i -> {
                    begun.incrementAndGet();
                    if (i == 3) {
                        failed.countDown();
                        throw new IllegalStateException("three");
                    }
                    awaitAndSleep(failed);
                    return ended.incrementAndGet();
                }))
                .hasMessage("three");

        assertThat(begun.get()).isLessThanOrEqualTo(16);
        assertThat(ended.get()).isEqualTo(begun.get() - 1);
    }

    private static void awaitAndSleep(CountDownLatch failed) {
        try {
            failed.await();
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
