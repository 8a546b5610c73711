package io.curlake.jobs.run;

/** The steps of publishing a period, in their order. A crash between any two leaves the old state or the new one. */
public enum Step {
    PINNED("reading"),
    WRITTEN("writing"),
    PROVED("proving the ledger"),
    LINE_ITEMS_COMMITTED("publishing line_item"),
    UNCONNECTED_COMMITTED("publishing unconnected_cost"),
    REJECTED_COMMITTED("publishing rejected_row"),
    DELIVERED_COST_COMMITTED("publishing delivered_cost"),
    RESTATED("comparing with the delivery before"),
    RECONCILED("recording the ledger"),
    RECORDED("recording the delivery");

    private final String activity;

    Step(String activity) {
        this.activity = activity;
    }

    /** What goes on until the step is reached. */
    public String activity() {
        return activity;
    }
}
