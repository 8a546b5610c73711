package io.curlake.jobs.sample.catalog;

import io.curlake.jobs.sample.line.Attributes;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import java.util.Map;
import java.util.TreeMap;

/** A service's usage type in one region: what the price list calls a product. */
public final class Product {
    private static final String SKU_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final String ON_DEMAND_TERM = ".JRTCKXETXF.6YS6EN2CT7";

    private final Service service;
    private final Region region;
    private final String usageType;
    private final String description;
    private final String sku;
    private final String rateCode;
    private final String rateId;
    private final String rateText;
    private final Attributes attributes;

    Product(Service service, Region region, Dice dice) {
        this.service = service;
        this.region = region;
        this.usageType = service.isMarketplace() ? service.usageType() : region.prefix() + service.usageType();
        this.description = service.description()
                .replace("{location}", region.location())
                .replace("{prefix}", region.prefix().isEmpty() ? "USE1" : region.prefix());
        this.sku = dice.text(SKU_ALPHABET, 16);
        this.rateCode = sku + ON_DEMAND_TERM;
        this.rateId = String.valueOf(10_000_000_000L + dice.at(1).below(1_000_000_000));
        this.rateText = Units.rate(service.rate());
        this.attributes = attributes(service, region);
    }

    public String productCode() {
        return service.productCode();
    }

    public String serviceCode() {
        return service.serviceCode();
    }

    public String productName() {
        return service.productName();
    }

    public String family() {
        return service.family();
    }

    public UsageKind kind() {
        return service.kind();
    }

    public String operation() {
        return service.operation();
    }

    public String unit() {
        return service.unit();
    }

    /** Units an hour, a piece or a unit of usage, on demand. */
    public long rate() {
        return service.rate();
    }

    public String rateText() {
        return rateText;
    }

    /** Empty unless it is an instance. */
    public String instanceType() {
        return service.instanceType();
    }

    /** The family of the instance type, {@code m5} of {@code m5.large}. */
    public String instanceFamily() {
        return instanceType().replaceFirst("^(db|cache)\\.", "").replaceFirst("\\..*", "");
    }

    public int privateDiscount() {
        return service.privateDiscount();
    }

    public boolean isMarketplace() {
        return service.isMarketplace();
    }

    public boolean isDataTransfer() {
        return service.serviceCode().equals("AWSDataTransfer");
    }

    public Region region() {
        return region;
    }

    public String usageType() {
        return usageType;
    }

    public String description() {
        return description;
    }

    public String sku() {
        return sku;
    }

    public String rateCode() {
        return rateCode;
    }

    public String rateId() {
        return rateId;
    }

    /** What CUR 2.0 delivers in the map column {@code product}. */
    public Attributes attributes() {
        return attributes;
    }

    /** The id of a resource of this product: an ARN, or a short id where AWS delivers that; empty for none. */
    public String resourceId(String accountId, Dice dice) {
        return ResourceIds.of(service.resource(), region, accountId, dice);
    }

    private static Attributes attributes(Service service, Region region) {
        Map<String, String> attributes = new TreeMap<>(service.attributes());
        attributes.put("ProductName", service.productName());
        attributes.put("servicename", service.productName());
        if (!service.isMarketplace()) {
            attributes.put("region", region.code());
        }
        return Attributes.normalized(attributes);
    }
}
