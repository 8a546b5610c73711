package io.curlake.jobs.run.focus;

import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import java.util.List;

/**
 * What to export, and where to.
 *
 * @param out a folder, local or of a store
 * @param sources all of them where empty
 * @param periods all of them where empty
 */
public record FocusExportRequest(String out, FocusFormat format, List<String> sources, List<BillingPeriod> periods) {
    boolean wants(Partition partition) {
        return (sources.isEmpty() || sources.contains(partition.source()))
                && (periods.isEmpty() || periods.contains(partition.period()));
    }
}
