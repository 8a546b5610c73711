package io.curlake.jobs.sample.waste;

import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Region;

/**
 * A resource that is planted in a sample, and what it is billed for.
 *
 * @param name what it is planted for
 * @param usageType without the prefix of a region
 * @param id with {@code {place}} for partition, region and account of an ARN
 * @param gigabytes stored all the time; 0 for what is billed by the hour
 */
public record PlantedMeter(
        String name, String productCode, String usageType, String operation, String id, double gigabytes) {
    static PlantedMeter hours(String name, String productCode, String usageType, String operation, String id) {
        return new PlantedMeter(name, productCode, usageType, operation, id, 0);
    }

    public boolean isByTheHour() {
        return gigabytes == 0;
    }

    /** As it is billed. */
    public String resourceId(Account account, Region region) {
        return id.replace("{region}", region.code())
                .replace("{account}", account.id().value());
    }
}
