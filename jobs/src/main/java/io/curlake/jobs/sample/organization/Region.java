package io.curlake.jobs.sample.organization;

/** A region: its code, its prefix of usage types and its name in the price list. */
public enum Region {
    US_EAST_1("us-east-1", "", "US East (N. Virginia)"),
    US_WEST_2("us-west-2", "USW2-", "US West (Oregon)"),
    EU_WEST_1("eu-west-1", "EU-", "EU (Ireland)"),
    EU_CENTRAL_1("eu-central-1", "EUC1-", "EU (Frankfurt)"),
    AP_SOUTHEAST_2("ap-southeast-2", "APS2-", "Asia Pacific (Sydney)"),
    CN_NORTH_1("cn-north-1", "CNN1-", "China (Beijing)");

    private static final int OUTSIDE_CHINA = 5;

    private final String code;
    private final String prefix;
    private final String location;

    Region(String code, String prefix, String location) {
        this.code = code;
        this.prefix = prefix;
        this.location = location;
    }

    static Region outsideChina(Dice dice) {
        return values()[dice.below(OUTSIDE_CHINA)];
    }

    public String code() {
        return code;
    }

    /** What usage types of the region start with. */
    public String prefix() {
        return prefix;
    }

    public String location() {
        return location;
    }

    public String partition() {
        return this == CN_NORTH_1 ? "aws-cn" : "aws";
    }
}
