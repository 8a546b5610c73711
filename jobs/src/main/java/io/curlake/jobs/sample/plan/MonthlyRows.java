package io.curlake.jobs.sample.plan;

/** The numbering of the charges for a whole month: fees of reservations, support, upfront fees, then all others. */
public final class MonthlyRows {
    public static final int SUPPORT = 1;
    public static final int UPFRONT_FEES = 4;

    private MonthlyRows() {}

    /** The rows before the taxes; commitments are bought, and paid upfront, in the first month. */
    public static int ofCommitments(boolean first) {
        return TickShape.RESERVATIONS + SUPPORT + (first ? UPFRONT_FEES : 0);
    }
}
