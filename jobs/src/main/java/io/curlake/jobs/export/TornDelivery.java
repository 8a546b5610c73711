package io.curlake.jobs.export;

import io.curlake.model.Refusal;

/**
 * The cause of a refusal that waiting may cure: AWS is delivering, and what was seen is half of the old delivery and half
 * of the new one.
 */
public final class TornDelivery extends RuntimeException {
    TornDelivery(String file) {
        super(file);
    }

    /** Whether the failure is a refusal for that reason, and for no other. */
    public static boolean explains(Throwable failure) {
        return Refusals.in(failure)
                .map(Refusal::getCause)
                .filter(TornDelivery.class::isInstance)
                .isPresent();
    }
}
