package io.curlake.jobs.sample.plan;

/** The kinds of rows that are numbered apart. */
public enum Section {
    SAVINGS_PLANS(0),
    RESERVATIONS(1),
    CLUSTERS(2),
    ON_DEMAND(3),
    MONTHLY(4),
    LATE(5);

    private final int label;

    Section(int label) {
        this.label = label;
    }

    /** The branch of the random numbers. */
    public int label() {
        return label;
    }
}
