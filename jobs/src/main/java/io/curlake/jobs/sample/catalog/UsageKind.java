package io.curlake.jobs.sample.catalog;

/** How the usage of a service comes about, and with how many digits. */
public enum UsageKind {
    /** Parts of hours on five places; the rate has five places too, so that the cost is exact on ten. */
    HOURS,
    /** As hours, below the on-demand rate. */
    SPOT,
    /** Whole numbers. */
    COUNT,
    /** Any double: the cost has up to 17 digits. */
    AMOUNT,
    /** Usage without a price. */
    FREE
}
