package io.curlake.jobs.sample.month;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.plan.Tick;

/** The line items of one section of a tick. */
public interface TickCharges {
    /** Fills the line item at a position of the section; {@code positionInTick} identifies it in the tick. */
    void fill(LineItem item, Tick tick, int position, int positionInTick);
}
