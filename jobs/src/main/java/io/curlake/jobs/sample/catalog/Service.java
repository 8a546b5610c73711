package io.curlake.jobs.sample.catalog;

import java.util.Map;
import java.util.TreeMap;

/**
 * A usage type of a service, without a region.
 *
 * @param rate units an hour, a piece or a unit of usage
 * @param weight how often it is used
 * @param privateDiscount percent of a private rate
 * @param attributes product attributes by the raw names of legacy CUR
 */
record Service(
        String productCode,
        String serviceCode,
        String productName,
        String family,
        UsageKind kind,
        String usageType,
        String operation,
        String unit,
        long rate,
        String instanceType,
        String resource,
        int weight,
        int privateDiscount,
        String description,
        Map<String, String> attributes) {

    static Service parse(String line) {
        String[] fields = line.split("\\|", -1);
        return new Service(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                UsageKind.valueOf(fields[4]),
                fields[5],
                fields[6],
                fields[7],
                Units.of(fields[8]),
                fields[9],
                fields[10],
                Integer.parseInt(fields[11]),
                Integer.parseInt(fields[12]),
                fields[13].replace("\\n", "\n"),
                attributes(fields[14]));
    }

    boolean isMarketplace() {
        return usageType.startsWith("MP:");
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new TreeMap<>();
        for (String attribute : text.split(";", -1)) {
            int equals = attribute.indexOf('=');
            attributes.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        }
        return attributes;
    }
}
