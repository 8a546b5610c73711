package io.curlake.provisioning.delivery;

import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has been delivered of one billing period.
 *
 * @param delivered when the newest manifest was written, which AWS does last
 * @param deliveries how many there are; those of overwriting exports leave no trace but the last
 * @param deliveryId the execution id or assembly id of the newest
 * @param files how many files the newest has
 * @param missing those of its files that are not there, or empty
 * @param problem why the newest manifest could not be read
 */
public record DeliveredPeriod(
        BillingPeriod period,
        Instant delivered,
        int deliveries,
        String deliveryId,
        int files,
        List<String> missing,
        Optional<String> problem) {
    public DeliveredPeriod {
        missing = List.copyOf(missing);
    }

    /** Whether every file of the newest delivery is there. */
    public boolean isComplete() {
        return missing.isEmpty() && problem.isEmpty();
    }
}
