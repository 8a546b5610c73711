package io.curlake.jobs.cost;

/**
 * Whether a payer's discounts are in the net columns of a billing period. AWS delivers these columns with zeros where no
 * discount applies, so that a line item alone cannot tell "no discount" from "discounted to nothing": it is decided for a
 * whole period of a payer.
 */
public enum Net {
    /** Some line item of the period has a net cost. The net columns hold for all of them. */
    DELIVERED,
    /** None has. What was paid is what the other columns say. */
    ABSENT
}
