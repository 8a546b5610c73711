package io.curlake.jobs.sample.month;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.catalog.Catalog;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.LabelPool;
import io.curlake.jobs.sample.organization.Labels;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.TickShape;

/** What all charges of one delivery of a period share. */
public record Month(
        SampleSpec spec,
        PeriodPlan plan,
        TickShape shape,
        Organization organization,
        Catalog catalog,
        LabelPool labels,
        Contract contract) {
    private static final int RELABELLED_ONE_IN = 7;

    public static Month of(SampleSpec spec, SamplePlan samplePlan, PeriodPlan plan) {
        Organization organization = Organization.of(spec);
        Dice dice = organization.dice();
        return new Month(
                spec,
                plan,
                samplePlan.shape(),
                organization,
                new Catalog(dice.at(2)),
                new LabelPool(dice.at(3)),
                Contract.in(plan));
    }

    /** Random numbers that are the same in every month. */
    public Dice dice(Section section) {
        return organization.dice().at(4).at(section.label());
    }

    /** Random numbers of this month. */
    public Dice monthDice(Section section) {
        return dice(section).at(plan.period().start().getEpochSecond());
    }

    /** The labels of a resource; a restatement changes those of every seventh. */
    public Labels labelsOf(Dice resource) {
        boolean relabelled = plan.revision() > 0 && resource.at(2).hitsOneIn(RELABELLED_ONE_IN);
        return labels.of(resource.at(relabelled ? 3 : 4));
    }
}
