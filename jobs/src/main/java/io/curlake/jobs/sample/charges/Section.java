package io.curlake.jobs.sample.charges;

/** The kinds of rows that are numbered apart. */
enum Section {
    SAVINGS_PLANS,
    RESERVATIONS,
    CLUSTERS,
    ON_DEMAND,
    MONTHLY,
    LATE
}
