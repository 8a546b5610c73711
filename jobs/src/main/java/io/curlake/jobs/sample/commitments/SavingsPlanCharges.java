package io.curlake.jobs.sample.commitments;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.commitments.SavingsPlanGroups.Group;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Lifetimes;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.month.TickCharges;
import io.curlake.jobs.sample.month.Usage;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.Tick;
import java.util.List;

/**
 * One Savings Plan in a tick: its recurring fee, then each group's negation and the usage that it cancels. Used
 * commitment is the sum of the covered usage's effective costs; unblended, covered usage and its negation are zero.
 */
public final class SavingsPlanCharges implements TickCharges {
    private final Month month;
    private final Frame frame;
    private final SavingsPlanGroups groups;
    private final SavingsPlan plan;
    private final Lifetimes instances;
    private final String start;
    private final String end;

    public SavingsPlanCharges(Month month, Frame frame, int number) {
        this.month = month;
        this.frame = frame;
        this.groups = new SavingsPlanGroups(month, number);
        this.plan = groups.plan();
        this.instances =
                new Lifetimes(month.dice(Section.SAVINGS_PLANS).at(number).at(-2));
        List<String> term = Terms.of(month.spec().periods().get(0), plan.years());
        this.start = term.get(0);
        this.end = term.get(1);
    }

    SavingsPlan plan() {
        return plan;
    }

    @Override
    public void fill(LineItem item, Tick tick, int position, int positionInTick) {
        if (position == 0) {
            recurringFee(item, tick, positionInTick);
            return;
        }
        Group group = groups.groupOf(position - 1);
        int row = groups.rowInGroup(position - 1);
        if (row == 0) {
            negation(item, tick, group, positionInTick);
        } else {
            coveredUsage(item, tick, group, row, position, positionInTick);
        }
    }

    /** Fills the upfront fee of the whole term. */
    public void upfrontFee(LineItem item, long identity) {
        Account payer = month.organization().payer();
        frame.begin(item, payer, "SavingsPlanUpfrontFee", frame.wholeMonth(), identity);
        frame.bill(item, payer, "AWS", "Purchase");
        plan(item, payer);
        long fee = plan.upfront() * 24 * 365 * plan.years();
        item.set(LINE_ITEM_USAGE_AMOUNT, 1.0)
                .set(LINE_ITEM_UNBLENDED_COST, Units.amount(fee))
                .set(LINE_ITEM_BLENDED_COST, Units.amount(fee));
        month.contract().discount(item, fee);
    }

    private void recurringFee(LineItem item, Tick tick, int identity) {
        Account payer = month.organization().payer();
        long fee = plan.recurring() * tick.hours();
        long upfront = plan.upfront() * tick.hours();
        frame.begin(item, payer, "SavingsPlanRecurringFee", tick, identity);
        plan(item, payer);
        item.set(LINE_ITEM_USAGE_AMOUNT, tick.hours())
                .set(LINE_ITEM_UNBLENDED_RATE, Units.rate(plan.recurring()))
                .set(LINE_ITEM_UNBLENDED_COST, Units.amount(fee))
                .set(LINE_ITEM_BLENDED_RATE, Units.rate(plan.recurring()))
                .set(LINE_ITEM_BLENDED_COST, Units.amount(fee))
                .set(SAVINGS_PLAN_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD, Units.amount(upfront))
                .set(SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD, Units.amount(fee))
                .set(SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE, Units.amount(upfront + fee))
                .set(SAVINGS_PLAN_USED_COMMITMENT, Units.amount(groups.used(tick)));
        month.contract().discount(item, fee);
        month.contract().setNet(item, SAVINGS_PLAN_NET_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD, upfront);
        month.contract().setNet(item, SAVINGS_PLAN_NET_RECURRING_COMMITMENT_FOR_BILLING_PERIOD, fee);
    }

    private void negation(LineItem item, Tick tick, Group group, int identity) {
        long cost = -groups.onDemandCost(group, tick);
        long net = -groups.netOnDemandCost(group, tick, month.contract());
        Product product = group.product();
        frame.begin(item, group.account(), "SavingsPlanNegation", tick, identity);
        frame.product(item, group.account(), product);
        plan(item);
        item.set(
                        LINE_ITEM_LINE_ITEM_DESCRIPTION,
                        "SavingsPlanNegation used by AccountId : "
                                + group.account().id() + " and UsageSku : " + product.sku())
                .set(LINE_ITEM_AVAILABILITY_ZONE, group.zone())
                .set(LINE_ITEM_UNBLENDED_COST, Units.amount(cost))
                .set(LINE_ITEM_BLENDED_COST, Units.amount(cost));
        month.contract().discount(item, cost, net - cost);
    }

    private void coveredUsage(LineItem item, Tick tick, Group group, int instance, int position, int identity) {
        Product product = group.product();
        Meter meter =
                instances.at(position, tick, dice -> Meter.of(group.account(), product, dice, month.labelsOf(dice)));
        long usage = groups.usage(group, instance, tick);
        long effective = Units.cost(group.planRate(), usage);
        frame.begin(item, group.account(), "SavingsPlanCoveredUsage", tick, identity);
        frame.product(item, group.account(), product);
        Usage.meter(item, meter);
        plan(item);
        Usage.hours(item, product, product.rate(), usage);
        item.set(LINE_ITEM_AVAILABILITY_ZONE, group.zone())
                .set(SAVINGS_PLAN_SAVINGS_PLAN_RATE, Units.amount(group.planRate()))
                .set(SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST, Units.amount(effective));
        month.contract().discount(item, Units.cost(product.rate(), usage));
        month.contract().setNet(item, SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST, effective);
    }

    private void plan(LineItem item, Account payer) {
        plan(item);
        item.set(LINE_ITEM_PRODUCT_CODE, plan.offeringType().replace("EC2Instance", "Compute"))
                .set(LINE_ITEM_USAGE_TYPE, plan.usageType())
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, plan.description())
                .set(LINE_ITEM_RESOURCE_ID, plan.arn())
                .set(PRODUCT_PRODUCT_FAMILY, plan.offeringType())
                .set(PRODUCT_SERVICECODE, "ComputeSavingsPlans")
                .set(PRICING_CURRENCY, payer.currency())
                .set(PRICING_UNIT, "Hrs");
    }

    private void plan(LineItem item) {
        item.set(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N, plan.arn())
                .set(SAVINGS_PLAN_OFFERING_TYPE, plan.offeringType())
                .set(SAVINGS_PLAN_PAYMENT_OPTION, plan.payment().text())
                .set(SAVINGS_PLAN_PURCHASE_TERM, plan.years() + "yr")
                .set(SAVINGS_PLAN_INSTANCE_TYPE_FAMILY, plan.family())
                .set(SAVINGS_PLAN_REGION, plan.region())
                .set(SAVINGS_PLAN_START_TIME, start)
                .set(SAVINGS_PLAN_END_TIME, end);
    }
}
