package io.curlake.jobs.sample.charges;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.Tick;

/** What a restated delivery adds: usage that was reported late, and every fourth line a credit. */
final class LateCharges {
    private static final long IDENTITY = 1L << 41;

    private final Month month;
    private final Frame frame;
    private final OnDemandCharges onDemand;
    private final MonthlyCharges monthly;
    private final Dice dice;

    LateCharges(Month month, Frame frame, OnDemandCharges onDemand, MonthlyCharges monthly) {
        this.month = month;
        this.frame = frame;
        this.onDemand = onDemand;
        this.monthly = monthly;
        this.dice = month.monthDice(Section.LATE);
    }

    void fill(LineItem item, long row) {
        Dice at = dice.at(row);
        if (row % 4 == 0) {
            monthly.credit(item, at, IDENTITY + row);
            return;
        }
        Tick tick = month.plan().tick(at.at(1).below(month.plan().ticks()));
        Meter meter = onDemand.meter(at.at(2));
        frame.begin(item, meter.account(), "Usage", tick, IDENTITY + row);
        onDemand.usage(item, meter, at.at(3), tick.hours());
    }
}
