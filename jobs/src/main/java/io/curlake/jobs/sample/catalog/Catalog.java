package io.curlake.jobs.sample.catalog;

import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every product of the sample: each line of {@code services.txt} in each region. */
public final class Catalog {
    private static final List<Service> SERVICES = services();

    private final List<Product[]> products = new ArrayList<>();
    private final List<Integer> draws = new ArrayList<>();

    public Catalog(Dice dice) {
        for (Service service : SERVICES) {
            int index = products.size();
            products.add(inEveryRegion(service, dice.at(index)));
            for (int i = 0; i < service.weight(); i++) {
                draws.add(index);
            }
        }
    }

    /** Some product in that region, often used ones more often. */
    public Product any(Region region, Dice at) {
        return products.get(draws.get(at.below(draws.size())))[region.ordinal()];
    }

    /** The product of that usage type, written without a region's prefix. */
    public Product named(String usageType, Region region) {
        for (Product[] product : products) {
            if (product[Region.US_EAST_1.ordinal()].usageType().equals(usageType)) {
                return product[region.ordinal()];
            }
        }
        throw new IllegalArgumentException("no product with usage type '" + usageType + "'");
    }

    private static Product[] inEveryRegion(Service service, Dice dice) {
        Product[] everywhere = new Product[Region.values().length];
        for (Region region : Region.values()) {
            everywhere[region.ordinal()] = new Product(service, region, dice.at(region.ordinal()));
        }
        return everywhere;
    }

    private static List<Service> services() {
        try (InputStream in = Catalog.class.getResourceAsStream("services.txt")) {
            if (in == null) {
                throw new IllegalStateException("services.txt is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Service::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
