package io.curlake.jobs.sample.charges;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.commitments.ReservationCharges;
import io.curlake.jobs.sample.commitments.SavingsPlanCharges;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.month.TickCharges;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.jobs.sample.plan.Tick;
import io.curlake.jobs.sample.plan.TickShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The line items of one delivery of a period, by row number: any row at any time, the same for the same spec. Not for
 * use by two threads at once.
 */
public final class Charges {
    private final PeriodPlan plan;
    private final MonthlyCharges monthly;
    private final LateCharges late;
    private final List<TickCharges> sections = new ArrayList<>();
    private final List<Integer> sectionRows = new ArrayList<>();
    private final LineItem item = new LineItem();
    private Tick tick;

    public Charges(SampleSpec spec, SamplePlan samplePlan, PeriodPlan plan) {
        this.plan = plan;
        this.tick = plan.tick(0);
        Month month = Month.of(spec, samplePlan, plan);
        Frame frame = new Frame(month);
        List<SavingsPlanCharges> plans = IntStream.range(0, TickShape.PLANS)
                .mapToObj(number -> new SavingsPlanCharges(month, frame, number))
                .toList();
        List<ReservationCharges> reservations = IntStream.range(0, TickShape.RESERVATIONS)
                .mapToObj(number -> new ReservationCharges(month, frame, number))
                .toList();
        OnDemandCharges onDemand = new OnDemandCharges(month, frame);
        this.monthly = new MonthlyCharges(month, frame, plans, reservations);
        this.late = new LateCharges(month, frame, onDemand, monthly);
        TickShape shape = samplePlan.shape();
        plans.forEach(savingsPlan -> add(savingsPlan, shape.planRows()));
        reservations.forEach(reservation -> add(reservation, shape.reservationRows()));
        add(new ClusterCharges(month, frame), shape.clusterNodes() * TickShape.NODE_ROWS);
        add(new PlantedCharges(month, frame), shape.plantedRows());
        add(onDemand, Integer.MAX_VALUE);
    }

    /** The line item of that row; valid until the next call. */
    public LineItem at(long row) {
        long lateRow = row - plan.monthlyRows() - plan.tickRows();
        if (row < plan.monthlyRows()) {
            monthly.fill(item, (int) row);
        } else if (lateRow >= 0) {
            late.fill(item, lateRow);
        } else {
            fillInTick(row);
        }
        return item;
    }

    private void fillInTick(long row) {
        int index = plan.tickOf(row);
        if (index != tick.index()) {
            tick = plan.tick(index);
        }
        int positionInTick = plan.positionInTick(row, index);
        int position = positionInTick;
        int section = 0;
        while (position >= sectionRows.get(section)) {
            position -= sectionRows.get(section);
            section++;
        }
        sections.get(section).fill(item, tick, position, positionInTick);
    }

    private void add(TickCharges section, int rows) {
        sections.add(section);
        sectionRows.add(rows);
    }
}
