package io.curlake.jobs.export;

import io.curlake.model.Refusal;
import java.util.Optional;

/**
 * The cause of a refusal that waiting may cure: AWS is delivering, and what was seen is half of the old delivery and half
 * of the new one. The message is what was seen.
 */
public final class TornDelivery extends RuntimeException {
    TornDelivery(String seen) {
        super(seen);
    }

    /** The reason of a refusal, where it is this one and no other. */
    public static Optional<TornDelivery> in(Refusal refusal) {
        return Optional.ofNullable(refusal.getCause())
                .filter(TornDelivery.class::isInstance)
                .map(TornDelivery.class::cast);
    }
}
