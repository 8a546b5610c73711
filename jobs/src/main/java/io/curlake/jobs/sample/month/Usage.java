package io.curlake.jobs.sample.month;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.line.LineItem;

/** The columns of usage: what was used, how much, and what that costs on demand. */
public final class Usage {
    private static final double HUNDRED_THOUSAND = 1e5;
    private static final String ON_DEMAND = "OnDemand";

    private Usage() {}

    public static void meter(LineItem item, Meter meter) {
        item.set(LINE_ITEM_RESOURCE_ID, meter.resourceId())
                .set(LINE_ITEM_AVAILABILITY_ZONE, meter.zone())
                .set(RESOURCE_TAGS, meter.labels().resourceTags())
                .set(COST_CATEGORY, meter.labels().costCategories())
                .set(TAGS, meter.labels().tags());
    }

    /** Usage in hundred thousandths of an hour, charged at that rate, which may be below the on-demand one. */
    public static void hours(LineItem item, Product product, long rate, long usage) {
        double amount = usage / HUNDRED_THOUSAND;
        item.set(LINE_ITEM_USAGE_AMOUNT, amount);
        normalized(item, product, amount);
        publicPrice(item, product, Units.amount(Units.cost(product.rate(), usage)));
        charge(
                item,
                rate == product.rate() ? product.rateText() : Units.rate(rate),
                Units.amount(Units.cost(rate, usage)));
    }

    public static void count(LineItem item, Product product, long usage) {
        double cost = Units.amount(product.rate() * usage);
        item.set(LINE_ITEM_USAGE_AMOUNT, (double) usage);
        publicPrice(item, product, cost);
        charge(item, product.rateText(), cost);
    }

    public static void amount(LineItem item, Product product, double usage) {
        double cost = Units.amount(product.rate()) * usage;
        item.set(LINE_ITEM_USAGE_AMOUNT, usage);
        publicPrice(item, product, cost);
        charge(item, product.rateText(), cost);
    }

    /** The size factor of an instance type; 0 for other products. */
    public static int normalizationFactor(Product product) {
        String type = product.instanceType();
        if (type.endsWith(".2xlarge")) {
            return 16;
        }
        if (type.endsWith(".xlarge")) {
            return 8;
        }
        return type.endsWith(".large") ? 4 : 0;
    }

    public static void normalized(LineItem item, Product product, double usage) {
        int factor = normalizationFactor(product);
        if (factor > 0) {
            item.set(LINE_ITEM_NORMALIZATION_FACTOR, factor).set(LINE_ITEM_NORMALIZED_USAGE_AMOUNT, usage * factor);
        }
    }

    public static void publicPrice(LineItem item, Product product, double cost) {
        item.set(PRICING_TERM, ON_DEMAND)
                .set(PRICING_PUBLIC_ON_DEMAND_RATE, product.rateText())
                .set(PRICING_PUBLIC_ON_DEMAND_COST, cost);
    }

    private static void charge(LineItem item, String rate, double cost) {
        item.set(LINE_ITEM_UNBLENDED_RATE, rate)
                .set(LINE_ITEM_UNBLENDED_COST, cost)
                .set(LINE_ITEM_BLENDED_RATE, rate)
                .set(LINE_ITEM_BLENDED_COST, cost);
    }
}
