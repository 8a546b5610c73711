package io.curlake.jobs.export.text.scan;

import java.io.Serializable;
import java.util.List;

/**
 * What a file holds.
 *
 * @param number the file's number in the delivery
 * @param totals by currency, sorted; none for a file of a header only
 */
public record ScannedFile(int number, List<ScannedTotals> totals) implements Serializable {
    public long rows() {
        return totals.stream().mapToLong(ScannedTotals::rows).sum();
    }
}
