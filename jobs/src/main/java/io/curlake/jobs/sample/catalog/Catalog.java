package io.curlake.jobs.sample.catalog;

import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every product of the sample: each line of {@code services.txt} in each region. */
public final class Catalog {
    private static final List<Service> SERVICES = services();

    private final List<Map<Region, Product>> products = new ArrayList<>();
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
        return in(products.get(draws.get(at.below(draws.size()))), region);
    }

    /** The product of that usage type, written without a region's prefix. */
    public Product named(String usageType, Region region) {
        for (Map<Region, Product> product : products) {
            if (in(product, Region.US_EAST_1).usageType().equals(usageType)) {
                return in(product, region);
            }
        }
        throw new IllegalArgumentException("no product with usage type '" + usageType + "'");
    }

    /** The same where several products and operations share a usage type. */
    public Product named(String productCode, String usageType, String operation, Region region) {
        for (Map<Region, Product> product : products) {
            Product home = in(product, Region.US_EAST_1);
            if (home.productCode().equals(productCode)
                    && home.usageType().equals(usageType)
                    && home.operation().equals(operation)) {
                return in(product, region);
            }
        }
        throw new IllegalArgumentException(
                "no " + productCode + " with usage type '" + usageType + "' and operation '" + operation + "'");
    }

    private static Product in(Map<Region, Product> product, Region region) {
        return Objects.requireNonNull(product.get(region));
    }

    private static Map<Region, Product> inEveryRegion(Service service, Dice dice) {
        Map<Region, Product> everywhere = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            everywhere.put(region, new Product(service, region, dice.at(everywhere.size())));
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
