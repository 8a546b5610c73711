package io.curlake.provisioning.plan;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.time.Duration;

/** Waits; in tests it does not. */
@FunctionalInterface
public interface Pause {
    void of(Duration duration);

    /** Real time. */
    static void real(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    ExitCode.INTERRUPTED, "Cannot go on: interrupted. Every step is safe to repeat; run again.", e);
        }
    }
}
