package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.run.bridge.migration.Concern.Weight;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import java.util.Comparator;
import java.util.List;

/**
 * Both sources in one billing period.
 *
 * @param delivered by every dimension but tags, the largest differences first
 * @param concerns the heaviest first
 */
public record ComparedPeriod(
        DeliveryPair pair, List<ComparedSum> delivered, ComparedGold gold, List<Concern> concerns) {
    /** Whether one source can take the place of the other. */
    public enum Verdict {
        SAFE,
        /** Safe, but something will look different. */
        SAFE_BUT,
        NOT_SAFE
    }

    public ComparedPeriod {
        concerns = concerns.stream()
                .sorted(Comparator.comparing((Concern concern) -> concern.kind().weight())
                        .reversed())
                .toList();
    }

    public Verdict verdict() {
        return concerns.stream()
                .map(concern -> switch (concern.kind().weight()) {
                    case NOTE -> Verdict.SAFE;
                    case CHANGE -> Verdict.SAFE_BUT;
                    case UNSAFE -> Verdict.NOT_SAFE;
                })
                .max(Comparator.naturalOrder())
                .orElse(Verdict.SAFE);
    }

    public List<Concern> concerns(Weight weight) {
        return concerns.stream()
                .filter(concern -> concern.kind().weight() == weight)
                .toList();
    }

    /** Whether one of the deliveries has line items without an invoice. */
    public boolean isOpen() {
        return concerns.stream().anyMatch(concern -> concern.kind() == Concern.Kind.OPEN);
    }

    public List<ComparedSum> delivered(Dimension dimension) {
        return delivered.stream().filter(sum -> sum.dimension() == dimension).toList();
    }
}
