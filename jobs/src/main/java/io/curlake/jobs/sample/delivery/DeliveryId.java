package io.curlake.jobs.sample.delivery;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Uuids;
import io.curlake.jobs.sample.plan.PeriodPlan;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Which delivery, and when it was made: an open month at its end, a closed one a week later, a restated one ten days
 * after that.
 *
 * @param executionId of CUR 2.0
 */
public record DeliveryId(String executionId, Instant deliveredAt) implements Serializable {
    private static final DateTimeFormatter CUR2 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LEGACY =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public static DeliveryId of(SampleSpec spec, PeriodPlan plan) {
        Dice dice = Dice.of(spec.seed())
                .at(6)
                .at(plan.period().start().getEpochSecond())
                .at(plan.revision());
        Duration after = Duration.ofDays((plan.age() == 0 ? 0 : 7) + 10L * plan.revision())
                .plusMillis(dice.at(1).between(3_600_000, 80_000_000));
        return new DeliveryId(Uuids.of(dice), plan.period().end().plus(after));
    }

    /** The id that readers know the delivery by: execution id of CUR 2.0, assembly id of legacy CUR. */
    public String text(SampleSpec spec) {
        return spec.format().isLegacy() ? assemblyId() : executionId;
    }

    /** {@code 20230103T125721Z} */
    String assemblyId() {
        return LEGACY.format(deliveredAt);
    }

    /** {@code 2024-04-02T13:14:43.337Z-6b622448-daaa-439c-92f1-afc727f1e0a3} */
    String cur2Folder() {
        return CUR2.format(deliveredAt) + "-" + executionId;
    }
}
