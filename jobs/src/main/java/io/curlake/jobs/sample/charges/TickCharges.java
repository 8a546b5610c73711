package io.curlake.jobs.sample.charges;

import io.curlake.jobs.sample.columns.LineItem;

/** The line items of one section of a tick. */
interface TickCharges {
    /** Fills the line item at a position of the section; {@code positionInTick} identifies it in the tick. */
    void fill(LineItem item, Tick tick, int position, int positionInTick);
}
