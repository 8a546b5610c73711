package io.curlake.jobs.gold.scan.text;

import java.util.regex.Pattern;

/** What usage types say of traffic. Source: usage types of the AWS price list, 2026-11. */
final class UsageTypes {
    private static final Pattern PROCESSED = Pattern.compile("(NatGateway|VpcEndpoint|TransitGateway|LoadBalancing)");
    private static final Pattern PROCESSED_BYTES = Pattern.compile(PROCESSED.pattern() + "[A-Za-z-]*-?Bytes");
    private static final Pattern BETWEEN_REGIONS = Pattern.compile("-AWS-(In|Out)");
    private static final Pattern BYTES_BETWEEN_REGIONS =
            Pattern.compile(BETWEEN_REGIONS.pattern() + "(-ABytes)?-Bytes");
    private static final Pattern CDN_BYTES = Pattern.compile("CloudFront-(In|Out)-Bytes");

    private UsageTypes() {}

    static boolean isSpot(String usageType) {
        return usageType.contains("SpotUsage");
    }

    /**
     * Usage types of data transfer end so whatever their region's prefix; NAT gateways and load balancers charge bytes under
     * names of their own.
     */
    static boolean isTraffic(String usageType) {
        return usageType.contains("DataTransfer")
                || BYTES_BETWEEN_REGIONS.matcher(usageType).find()
                || PROCESSED_BYTES.matcher(usageType).find()
                || CDN_BYTES.matcher(usageType).find();
    }

    /** How bytes move, of a usage type of traffic. */
    static String traffic(String usageType) {
        if (PROCESSED.matcher(usageType).find()) {
            return "processed";
        } else if (usageType.contains("Regional-Bytes")) {
            return "between zones";
        } else if (BETWEEN_REGIONS.matcher(usageType).find()) {
            return "between regions";
        } else if (usageType.contains("CloudFront")) {
            return "cdn";
        } else if (usageType.contains("Out-Bytes")) {
            return "out";
        }
        return usageType.contains("In-Bytes") ? "in" : "other";
    }
}
