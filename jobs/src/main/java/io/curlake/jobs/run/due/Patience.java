package io.curlake.jobs.run.due;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How often periods are tried again that AWS is delivering.
 *
 * @param pauses before the second attempt and each later one
 * @param pause lets that time go by
 */
public record Patience(List<Duration> pauses, Consumer<Duration> pause) {
    /** AWS overwrites a delivery in about a minute; what takes longer is left to the next run. */
    public static final Patience DEFAULT = new Patience(
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45)), Patience::sleep);

    /** One attempt. */
    public static final Patience NONE = new Patience(List.of(), time -> {});

    public Patience {
        pauses = List.copyOf(pauses);
    }

    int attempts() {
        return pauses.size() + 1;
    }

    /** What a refusal says besides, when all attempts were in vain; nothing where there was one. */
    String tried() {
        long seconds = pauses.stream().mapToLong(Duration::toSeconds).sum();
        return pauses.isEmpty() ? "" : " Tried " + attempts() + " times over " + seconds + " s.";
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ExitCode.INTERRUPTED, "Cannot wait for a delivery: the run was interrupted.", e);
        }
    }
}
