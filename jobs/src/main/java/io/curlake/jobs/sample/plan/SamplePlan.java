package io.curlake.jobs.sample.plan;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.waste.PlantedWaste;
import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.stream.IntStream;

/** The numbering of all periods of a sample, and the shape that their ticks share. */
public record SamplePlan(List<PeriodPlan> periods, TickShape shape) {
    private static final long ROWS_PER_TICK = 200;
    private static final int TICKS_AT_LEAST = 2;
    private static final int MONTHLY_AT_LEAST = 6;
    private static final int MONTHLY_KINDS_PER_ACCOUNT = 30;

    public static SamplePlan of(SampleSpec spec) {
        List<BillingPeriod> periods = spec.periods();
        List<PeriodPlan> plans = IntStream.range(0, periods.size())
                .mapToObj(i -> plan(spec, periods.get(i), i))
                .toList();
        long rowsPerTick =
                plans.stream().mapToLong(PeriodPlan::rowsPerTick).min().orElseThrow();
        return new SamplePlan(
                plans,
                TickShape.of(
                        rowsPerTick,
                        spec.has(SampleVariant.SPLIT_COST),
                        spec.has(SampleVariant.PLANTED_WASTE) ? PlantedWaste.METERS.size() : 0));
    }

    /** The plan of that period, or of its restated delivery where the revision is not 0. */
    public PeriodPlan plan(BillingPeriod period, int revision) {
        PeriodPlan plan = periods.stream()
                .filter(candidate -> candidate.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the sample has no billing period " + period));
        return revision == 0 ? plan : restated(plan, revision);
    }

    private static PeriodPlan plan(SampleSpec spec, BillingPeriod period, int index) {
        long rows = spec.rows() / spec.months() + (index < spec.rows() % spec.months() ? 1 : 0);
        int monthly = monthlyRows(rows, spec.accounts(), index == 0);
        long tickRows = rows - monthly;
        int ticks = (int) Math.min(
                PeriodPlan.slots(period, spec.granularity()), Math.max(TICKS_AT_LEAST, tickRows / ROWS_PER_TICK));
        int age = spec.months() - 1 - index;
        return new PeriodPlan(period, age, index == 0, spec.granularity(), 0, monthly, tickRows, ticks, 0);
    }

    private static int monthlyRows(long rows, int accounts, boolean first) {
        long others = Math.max(MONTHLY_AT_LEAST, Math.min(rows / 20, (long) accounts * MONTHLY_KINDS_PER_ACCOUNT));
        return MonthlyRows.ofCommitments(first) + (int) others;
    }

    private static PeriodPlan restated(PeriodPlan plan, int revision) {
        return new PeriodPlan(
                plan.period(),
                plan.age(),
                plan.first(),
                plan.granularity(),
                revision,
                plan.monthlyRows(),
                plan.tickRows(),
                plan.ticks(),
                Math.max(4, plan.rows() / 200));
    }
}
