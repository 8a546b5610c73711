package io.curlake.jobs.finding.bill;

import java.util.List;

/** One reason to look at what a payer buys, which no single resource shows. */
public interface BillRule {
    /** As in the table and in {@code findings.off}: {@code unused-commitment}. */
    String name();

    List<BillFinding> find(BillView view);
}
