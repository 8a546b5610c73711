package io.curlake.jobs.sample.commitments;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Contract;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Lifetimes;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.month.TickCharges;
import io.curlake.jobs.sample.month.Usage;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.Tick;
import java.util.List;

/**
 * One reservation: the usage it covers in every tick, which costs nothing on its line; its monthly fee, whose line says
 * what stayed unused; its upfront fee. Upfront and recurring parts of used and unused hours add up to those of the month.
 */
public final class ReservationCharges implements TickCharges {
    private static final int WHOLE_HOUR = 100_000;
    private static final double HUNDRED_THOUSAND = 1e5;
    private static final String NOTHING = Units.rate(0);

    private final Month month;
    private final Frame frame;
    private final Reservation reservation;
    private final Product product;
    private final Dice dice;
    private final Lifetimes instances;
    private final String effectiveRate;
    private final String start;
    private final String end;

    public ReservationCharges(Month month, Frame frame, int number) {
        this.month = month;
        this.frame = frame;
        this.reservation = Reservation.of(month, number);
        this.product = reservation.product();
        this.dice = month.dice(Section.RESERVATIONS).at(number);
        this.instances = new Lifetimes(dice.at(-2));
        this.effectiveRate = Units.rate(reservation.effective());
        List<String> term = Terms.of(month.spec().periods().get(0), Reservation.YEARS);
        this.start = term.get(0);
        this.end = term.get(1);
    }

    Reservation reservation() {
        return reservation;
    }

    @Override
    public void fill(LineItem item, Tick tick, int position, int positionInTick) {
        Meter meter = instances.at(position, tick, this::instance);
        long usage = usage(position, tick);
        double effective = Units.amount(Units.cost(reservation.effective(), usage));
        begin(item, meter.account(), "DiscountedUsage", tick, positionInTick);
        Usage.meter(item, meter);
        Usage.normalized(item, product, usage / HUNDRED_THOUSAND);
        Usage.publicPrice(item, product, Units.amount(Units.cost(product.rate(), usage)));
        item.set(LINE_ITEM_USAGE_AMOUNT, usage / HUNDRED_THOUSAND)
                .set(PRICING_TERM, "Reserved")
                .set(LINE_ITEM_UNBLENDED_RATE, NOTHING)
                .set(LINE_ITEM_UNBLENDED_COST, 0.0)
                .set(LINE_ITEM_BLENDED_RATE, effectiveRate)
                .set(LINE_ITEM_BLENDED_COST, effective)
                .set(RESERVATION_EFFECTIVE_COST, effective);
        used(item, usage);
    }

    /** Fills the fee of the month. */
    public void monthlyFee(LineItem item, long identity) {
        long reserved = month.plan().coveredHours() * WHOLE_HOUR * reservation.instances();
        long unused = reserved - usedInMonth();
        begin(item, reservation.owner(), "RIFee", frame.wholeMonth(), identity);
        long fee = Units.cost(reservation.recurring(), reserved);
        item.set(LINE_ITEM_USAGE_AMOUNT, reserved / HUNDRED_THOUSAND)
                .set(
                        LINE_ITEM_LINE_ITEM_DESCRIPTION,
                        "USD " + Units.amount(reservation.recurring()) + " hourly fee per " + product.usageType())
                .set(LINE_ITEM_UNBLENDED_RATE, Units.rate(reservation.recurring()))
                .set(LINE_ITEM_UNBLENDED_COST, Units.amount(fee))
                .set(LINE_ITEM_BLENDED_COST, 0.0)
                .set(PRICING_TERM, "Reserved")
                .set(RESERVATION_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD, cost(reservation.upfront(), reserved))
                .set(RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD, cost(reservation.upfront(), unused))
                .set(RESERVATION_UNUSED_RECURRING_FEE, cost(reservation.recurring(), unused))
                .set(RESERVATION_UNUSED_QUANTITY, unused / HUNDRED_THOUSAND)
                .set(RESERVATION_UPFRONT_VALUE, Units.amount(reservation.upfrontValue()));
        Usage.normalized(item, product, reserved / HUNDRED_THOUSAND);
        units(item, unused);
        netOfMonth(item, fee, reserved, unused);
    }

    /** Fills the fee of the whole term. */
    public void upfrontFee(LineItem item, long identity) {
        long fee = reservation.upfrontValue();
        begin(item, reservation.owner(), "Fee", frame.wholeMonth(), identity);
        frame.bill(item, reservation.owner(), "AWS", "Purchase");
        item.set(LINE_ITEM_USAGE_AMOUNT, reservation.instances())
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, "Sign up charge for subscription: " + reservation.subscription())
                .set(LINE_ITEM_UNBLENDED_COST, Units.amount(fee))
                .set(LINE_ITEM_BLENDED_COST, Units.amount(fee))
                .set(RESERVATION_UPFRONT_VALUE, Units.amount(fee));
        month.contract().discount(item, fee);
        month.contract().setNet(item, RESERVATION_NET_UPFRONT_VALUE, fee);
    }

    private void begin(LineItem item, Account account, String type, Tick tick, long identity) {
        frame.begin(item, account, type, tick, identity);
        frame.product(item, account, product);
        item.set(RESERVATION_RESERVATION_A_R_N, reservation.arn())
                .set(RESERVATION_SUBSCRIPTION_ID, reservation.subscription())
                .set(RESERVATION_START_TIME, start)
                .set(RESERVATION_END_TIME, end)
                .set(RESERVATION_MODIFICATION_STATUS, "Original")
                .set(PRICING_LEASE_CONTRACT_LENGTH, Reservation.YEARS + "yr")
                .set(PRICING_OFFERING_CLASS, "standard")
                .set(PRICING_PURCHASE_OPTION, reservation.payment().text());
    }

    private void used(LineItem item, long usage) {
        item.set(RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE, cost(reservation.upfront(), usage))
                .set(RESERVATION_RECURRING_FEE_FOR_USAGE, cost(reservation.recurring(), usage));
        Contract contract = month.contract();
        if (contract.isInForce()) {
            item.set(LINE_ITEM_NET_UNBLENDED_COST, 0.0).set(LINE_ITEM_NET_UNBLENDED_RATE, NOTHING);
        }
        long upfront = Units.cost(reservation.upfront(), usage);
        long recurring = Units.cost(reservation.recurring(), usage);
        contract.setNet(item, RESERVATION_NET_AMORTIZED_UPFRONT_COST_FOR_USAGE, upfront);
        contract.setNet(item, RESERVATION_NET_RECURRING_FEE_FOR_USAGE, recurring);
        if (contract.isInForce()) {
            item.set(RESERVATION_NET_EFFECTIVE_COST, Units.amount(contract.net(upfront) + contract.net(recurring)));
        }
    }

    private void units(LineItem item, long unused) {
        int factor = Usage.normalizationFactor(product);
        long hours = month.plan().coveredHours();
        item.set(RESERVATION_NUMBER_OF_RESERVATIONS, String.valueOf(reservation.instances()))
                .set(RESERVATION_UNITS_PER_RESERVATION, String.valueOf(hours))
                .set(RESERVATION_TOTAL_RESERVED_UNITS, String.valueOf(hours * reservation.instances()))
                .set(RESERVATION_NORMALIZED_UNITS_PER_RESERVATION, String.valueOf(hours * factor))
                .set(
                        RESERVATION_TOTAL_RESERVED_NORMALIZED_UNITS,
                        String.valueOf(hours * factor * reservation.instances()))
                .set(RESERVATION_UNUSED_NORMALIZED_UNIT_QUANTITY, unused / HUNDRED_THOUSAND * factor);
    }

    private void netOfMonth(LineItem item, long fee, long reserved, long unused) {
        Contract contract = month.contract();
        contract.discount(item, fee);
        contract.setNet(
                item,
                RESERVATION_NET_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD,
                Units.cost(reservation.upfront(), reserved));
        contract.setNet(
                item,
                RESERVATION_NET_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD,
                Units.cost(reservation.upfront(), unused));
        contract.setNet(item, RESERVATION_NET_UNUSED_RECURRING_FEE, Units.cost(reservation.recurring(), unused));
        contract.setNet(item, RESERVATION_NET_UPFRONT_VALUE, reservation.upfrontValue());
    }

    /** Mostly the owner's instance; others of the organization share what the owner leaves. */
    private Meter instance(Dice resource) {
        Account account = resource.at(5).below(5) < 3
                ? reservation.owner()
                : month.organization().anyInDollars(resource.at(6));
        return Meter.of(account, product, resource, month.labelsOf(resource));
    }

    /** Hundred thousandths of an hour that an instance ran in a tick. */
    private long usage(int position, Tick tick) {
        Dice run = dice.at(100L + position).at(tick.start().getEpochSecond());
        long perHour = run.hitsOneIn(5) ? run.at(1).between(5_000, WHOLE_HOUR - 1) : WHOLE_HOUR;
        return perHour * tick.hours();
    }

    private long usedInMonth() {
        long used = 0;
        for (int t = 0; t < month.plan().ticks(); t++) {
            Tick tick = month.plan().tick(t);
            for (int position = 0; position < reservation.instances(); position++) {
                used += usage(position, tick);
            }
        }
        return used;
    }

    private static double cost(long rate, long hundredThousandths) {
        return Units.amount(Units.cost(rate, hundredThousandths));
    }
}
