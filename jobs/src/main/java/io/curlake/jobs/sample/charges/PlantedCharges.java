package io.curlake.jobs.sample.charges;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.month.TickCharges;
import io.curlake.jobs.sample.month.Usage;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Labels;
import io.curlake.jobs.sample.organization.Region;
import io.curlake.jobs.sample.plan.Tick;
import io.curlake.jobs.sample.waste.PlantedMeter;
import io.curlake.jobs.sample.waste.PlantedWaste;

/** Usage of the planted resources: the same in every tick. */
final class PlantedCharges implements TickCharges {
    private static final long HOUR = 100_000;
    private static final double HOURS_OF_A_MONTH = 720;

    private final Month month;
    private final Frame frame;
    private final Account account;

    PlantedCharges(Month month, Frame frame) {
        this.month = month;
        this.frame = frame;
        this.account = PlantedWaste.account(month.organization());
    }

    @Override
    public void fill(LineItem item, Tick tick, int position, int positionInTick) {
        PlantedMeter meter = PlantedWaste.METERS.get(position);
        Region region = PlantedWaste.region(account);
        Product product = month.catalog().named(meter.productCode(), meter.usageType(), meter.operation(), region);
        frame.begin(item, account, "Usage", tick, positionInTick);
        frame.product(item, account, product);
        String zone = product.instanceType().isEmpty() ? "" : region.code() + "a";
        Usage.meter(item, new Meter(account, product, zone, meter.resourceId(account, region), Labels.NONE));
        if (meter.isByTheHour()) {
            Usage.hours(item, product, product.rate(), HOUR * tick.hours());
            month.contract().discount(item, product, Units.cost(product.rate(), HOUR * tick.hours()));
        } else {
            double usage = meter.gigabytes() * tick.hours() / HOURS_OF_A_MONTH;
            Usage.amount(item, product, usage);
            month.contract().discount(item, product, Units.amount(product.rate()) * usage);
        }
    }
}
