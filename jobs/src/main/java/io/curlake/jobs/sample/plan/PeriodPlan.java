package io.curlake.jobs.sample.plan;

import io.curlake.model.BillingPeriod;
import io.curlake.model.config.ExportConfig.Granularity;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the rows of a period are numbered: first the charges of the whole month, then tick after tick, at last what a
 * restatement adds. Where a period has too few rows for every hour, ticks lie evenly spread over it.
 *
 * @param age 0 for the newest period
 * @param first whether it is the oldest period of the sample
 * @param monthlyRows charges of the whole month
 * @param lateRows what the restated delivery adds
 */
public record PeriodPlan(
        BillingPeriod period,
        int age,
        boolean first,
        Granularity granularity,
        int revision,
        int monthlyRows,
        long tickRows,
        int ticks,
        long lateRows)
        implements Serializable {

    public long rows() {
        return monthlyRows + tickRows + lateRows;
    }

    /** The rows of a tick at least; the first ticks have one more where they do not divide evenly. */
    long rowsPerTick() {
        return tickRows / ticks;
    }

    public int tickOf(long row) {
        long inTicks = row - monthlyRows;
        long largerTicks = tickRows % ticks;
        long inLarger = largerTicks * (rowsPerTick() + 1);
        return (int)
                (inTicks < inLarger
                        ? inTicks / (rowsPerTick() + 1)
                        : largerTicks + (inTicks - inLarger) / rowsPerTick());
    }

    public int positionInTick(long row, int tick) {
        return (int) (row - monthlyRows - tick * rowsPerTick() - Math.min(tick, tickRows % ticks));
    }

    public Tick tick(int index) {
        long slot = (long) index * slots() / ticks;
        return new Tick(index, period.start().plus(Duration.ofHours(slot * hoursPerTick())), hoursPerTick());
    }

    /** The hours that commitments cover: those of the ticks. */
    public long coveredHours() {
        return (long) ticks * hoursPerTick();
    }

    int hoursPerTick() {
        return hoursPerTick(period, granularity);
    }

    private int slots() {
        return slots(period, granularity);
    }

    static int slots(BillingPeriod period, Granularity granularity) {
        return (int) Duration.between(period.start(), period.end()).toHours() / hoursPerTick(period, granularity);
    }

    private static int hoursPerTick(BillingPeriod period, Granularity granularity) {
        return switch (granularity) {
            case HOURLY -> 1;
            case DAILY -> 24;
            case MONTHLY -> (int) Duration.between(period.start(), period.end()).toHours();
        };
    }
}
