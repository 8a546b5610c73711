package io.curlake.provisioning.check.setting;

import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.delivery.Deliveries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether an export has delivered. */
public final class DeliveryFinding {
    private DeliveryFinding() {}

    /** Where the bucket may not be listed. */
    public static Finding unknown() {
        return Finding.note("deliveries", "not known: the bucket may not be listed");
    }

    /** @param createdAt of the export, where it is known */
    public static Finding of(List<DeliveredPeriod> periods, Optional<Instant> createdAt, Instant now) {
        if (!periods.isEmpty()) {
            DeliveredPeriod newest = periods.get(0);
            String meaning = "newest of " + periods.size() + (periods.size() == 1 ? " month: " : " months: ")
                    + newest.period() + ", delivered " + newest.delivered();
            return newest.isComplete()
                    ? Finding.ok("deliveries", meaning)
                    : Finding.note(
                            "deliveries",
                            meaning + ", is not complete",
                            "Look again in an hour ('curlake export status').");
        }
        return createdAt
                .map(created -> created.plus(Deliveries.FIRST_WITHIN).truncatedTo(ChronoUnit.SECONDS))
                .map(expected -> expected.isAfter(now)
                        ? Finding.note("deliveries", "none yet; the first is expected by " + expected)
                        : Finding.fault(
                                "deliveries",
                                "none; the first was expected by " + expected,
                                "Look at health and bucket policy above, and at prefix and name."))
                .orElseGet(() -> Finding.note(
                        "deliveries",
                        "none; a new export delivers within 24 hours of being made",
                        "If it is older, look at health and bucket policy above, and at prefix and name."));
    }
}
