package io.curlake.jobs.sample.charges;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.line.LineItem;
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

/** Usage of any product in any account, at its on-demand or Spot price. */
final class OnDemandCharges implements TickCharges {
    private static final int WHOLE_HOUR = 100_000;
    private static final int MOST_PIECES = 2_000_000;

    private final Month month;
    private final Frame frame;
    private final Dice dice;
    private final Lifetimes meters;

    OnDemandCharges(Month month, Frame frame) {
        this.month = month;
        this.frame = frame;
        this.dice = month.dice(Section.ON_DEMAND);
        this.meters = new Lifetimes(dice.at(-2));
    }

    @Override
    public void fill(LineItem item, Tick tick, int position, int positionInTick) {
        Meter meter = meters.at(position, tick, this::meter);
        Dice run = dice.at(position).at(tick.start().getEpochSecond());
        frame.begin(item, meter.account(), "Usage", tick, positionInTick);
        usage(item, meter, run, tick.hours());
    }

    /** Fills what so many hours of a meter cost. */
    void usage(LineItem item, Meter meter, Dice run, int hours) {
        Product product = meter.product();
        frame.product(item, meter.account(), product);
        Usage.meter(item, meter);
        switch (product.kind()) {
            case HOURS -> hours(item, product, product.rate(), part(run) * hours);
            case SPOT -> hours(item, product, spotRate(product, run), part(run) * hours);
            case COUNT -> count(item, product, pieces(run));
            case AMOUNT -> amount(item, product, skewed(run) * hours);
            case FREE -> amount(item, product, skewed(run));
        }
    }

    Meter meter(Dice resource) {
        Account account = month.organization().any(resource.at(10));
        Product product = month.catalog().any(account.region(resource.at(11)), resource.at(12));
        return Meter.of(account, product, resource, month.labelsOf(resource));
    }

    private void hours(LineItem item, Product product, long rate, long usage) {
        Usage.hours(item, product, rate, usage);
        month.contract().discount(item, product, Units.cost(rate, usage));
    }

    private void count(LineItem item, Product product, long usage) {
        Usage.count(item, product, usage);
        month.contract().discount(item, product, product.rate() * usage);
    }

    private void amount(LineItem item, Product product, double usage) {
        Usage.amount(item, product, usage);
        month.contract().discount(item, product, Units.amount(product.rate()) * usage);
    }

    private static long part(Dice run) {
        return run.hitsOneIn(3) ? run.at(1).between(1, WHOLE_HOUR) : WHOLE_HOUR;
    }

    /** The Spot market moves between a quarter and half of the on-demand rate. */
    private static long spotRate(Product product, Dice run) {
        return Units.hourlyRate(product.rate(), run.at(2).between(25, 50));
    }

    /** Few pieces mostly, sometimes many, and often one. */
    private static long pieces(Dice run) {
        double size = run.at(3).fraction();
        return Math.max(1, (long) (MOST_PIECES * size * size * size * size));
    }

    /** From a billionth to some dozens, most of it small; three quarters on seven places, as much of AWS's usage is. */
    private static double skewed(Dice run) {
        double size = Math.exp(run.at(4).fraction() * 26 - 22);
        return run.at(5).hitsOneIn(4) ? size : Math.max(1, Math.rint(size * 1e7)) / 1e7;
    }
}
