package io.curlake.jobs.sample.charges;

/** The kinds of rows that are numbered apart. */
enum Section {
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
    int label() {
        return label;
    }
}
