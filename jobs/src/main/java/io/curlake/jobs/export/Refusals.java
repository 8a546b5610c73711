package io.curlake.jobs.export;

import io.curlake.model.Refusal;
import java.util.Optional;

/** Finds the refusal that an executor threw inside of what Spark throws on the driver. */
public final class Refusals {
    private Refusals() {}

    public static Optional<Refusal> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
