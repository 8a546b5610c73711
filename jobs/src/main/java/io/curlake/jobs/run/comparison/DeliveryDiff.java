package io.curlake.jobs.run.comparison;

import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.table.Partition;
import java.util.List;

/**
 * What changed between two deliveries of a period.
 *
 * @param causes what each cause changed; their sums are exactly what the totals differ by
 * @param largest the charges whose unblended cost changed most
 * @param notices what was not compared, or not as usual
 */
public record DeliveryDiff(
        Partition partition,
        String from,
        String to,
        List<CauseTotal> causes,
        List<ChangedCharge> largest,
        List<CurrencyTotal> totals,
        List<String> notices) {
    public DeliveryDiff {
        causes = List.copyOf(causes);
        largest = List.copyOf(largest);
        totals = List.copyOf(totals);
        notices = List.copyOf(notices);
    }

    /** Whether the causes explain all that the totals differ by, to the last decimal. */
    boolean addsUp() {
        return totals.stream().allMatch(total -> total.isExplainedBy(causes));
    }

    /** How many keys changed. */
    public long keys() {
        return causes.stream().mapToLong(CauseTotal::keys).sum();
    }
}
