package io.curlake.jobs.sample.month;

import static io.curlake.model.LineItemColumn.DISCOUNT_BUNDLED_DISCOUNT;
import static io.curlake.model.LineItemColumn.DISCOUNT_TOTAL_DISCOUNT;
import static io.curlake.model.LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_NET_UNBLENDED_RATE;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.line.DiscountKind;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.model.LineItemColumn;

/**
 * The negotiated discounts: an enterprise discount on everything AWS sells and private rates of some products, the
 * enterprise discount on what the private rate leaves. They begin with the second month of a sample, so that its first
 * has no net columns; a sample of one month has them.
 *
 * @param edpPercent 0 where the month is before the contract
 */
public record Contract(int edpPercent) {
    private static final int EDP_PERCENT = 9;

    static Contract in(PeriodPlan plan) {
        return new Contract(plan.first() && plan.age() > 0 ? 0 : EDP_PERCENT);
    }

    public boolean isInForce() {
        return edpPercent > 0;
    }

    /** What the enterprise discount leaves. */
    public long net(long units) {
        return units - Units.percent(units, edpPercent);
    }

    /** Fills a net column of a commitment. */
    public void setNet(LineItem item, LineItemColumn column, long units) {
        if (isInForce()) {
            item.set(column, Units.amount(net(units)));
        }
    }

    /** Fills the net columns of a charge without a private rate. */
    public void discount(LineItem item, long cost) {
        if (isInForce()) {
            discount(item, cost, net(cost) - cost);
        }
    }

    /** Fills the net columns of a charge whose net cost is known: a negation's is the sum of what it cancels. */
    public void discount(LineItem item, long cost, long edp) {
        if (isInForce()) {
            item.set(LINE_ITEM_NET_UNBLENDED_COST, Units.amount(cost + edp));
            total(item, Units.amount(edp), Units.amount(edp), 0);
        }
    }

    /** Fills the net columns of a charge that is not discounted. */
    public void leave(LineItem item, long cost) {
        if (isInForce()) {
            item.set(LINE_ITEM_NET_UNBLENDED_COST, Units.amount(cost));
        }
    }

    /** Fills the net columns of usage of a product, whose price may be a private one. */
    public void discount(LineItem item, Product product, long cost) {
        if (product.isMarketplace()) {
            leave(item, cost);
        } else if (isInForce()) {
            long privateRate = -Units.percent(cost, product.privateDiscount());
            long edp = -Units.percent(cost + privateRate, edpPercent);
            item.set(LINE_ITEM_NET_UNBLENDED_COST, Units.amount(cost + privateRate + edp));
            item.set(LINE_ITEM_NET_UNBLENDED_RATE, netRate(product));
            total(item, Units.amount(privateRate + edp), Units.amount(edp), Units.amount(privateRate));
        }
    }

    /** As the other, for costs that have more digits than units hold; none of these is sold on the Marketplace. */
    public void discount(LineItem item, Product product, double cost) {
        if (isInForce()) {
            double privateRate = -cost * product.privateDiscount() / 100;
            double edp = -(cost + privateRate) * edpPercent / 100;
            item.set(LINE_ITEM_NET_UNBLENDED_COST, cost + (privateRate + edp));
            item.set(LINE_ITEM_NET_UNBLENDED_RATE, netRate(product));
            total(item, privateRate + edp, edp, privateRate);
        }
    }

    private String netRate(Product product) {
        long privateRate = product.rate() - Units.percent(product.rate(), product.privateDiscount());
        return Units.rate(net(privateRate));
    }

    private static void total(LineItem item, double total, double edp, double privateRate) {
        item.set(DISCOUNT_TOTAL_DISCOUNT, total).set(DISCOUNT_BUNDLED_DISCOUNT, 0.0);
        item.set(DiscountKind.EDP, edp);
        if (privateRate != 0) {
            item.set(DiscountKind.PRIVATE_RATE, privateRate);
        }
    }
}
