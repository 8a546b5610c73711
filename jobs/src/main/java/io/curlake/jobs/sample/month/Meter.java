package io.curlake.jobs.sample.month;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Labels;

/**
 * One thing that is used: a product in an account, mostly through a resource.
 *
 * @param zone availability zone, empty for products that have none
 * @param resourceId empty for products without resources
 */
public record Meter(Account account, Product product, String zone, String resourceId, Labels labels) {
    /** The meter of the resource that the dice stands for. */
    public static Meter of(Account account, Product product, Dice resource, Labels labels) {
        String id = product.resourceId(account.id().value(), resource);
        String zone = product.instanceType().isEmpty() ? "" : zone(product, resource.at(1));
        return new Meter(account, product, zone, id, id.isEmpty() ? Labels.NONE : labels);
    }

    public static String zone(Product product, Dice dice) {
        return product.region().code() + "abc".charAt(dice.below(3));
    }
}
