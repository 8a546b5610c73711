package io.curlake.jobs.sample.commitments;

/** How much of a commitment is paid when it is bought. */
enum PaymentOption {
    NO_UPFRONT("No Upfront", 0),
    PARTIAL_UPFRONT("Partial Upfront", 50),
    ALL_UPFRONT("All Upfront", 100);

    private final String text;
    private final int upfrontPercent;

    PaymentOption(String text, int upfrontPercent) {
        this.text = text;
        this.upfrontPercent = upfrontPercent;
    }

    String text() {
        return text;
    }

    int upfrontPercent() {
        return upfrontPercent;
    }
}
