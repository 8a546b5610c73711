package io.curlake.jobs.sample;

/** What a sample may have besides the ordinary. */
public enum SampleVariant {
    /** Split cost allocation: children of ECS and EKS, and their eleven columns. On by default. */
    SPLIT_COST,
    /** Every fourth linked account pays in CNY. */
    SECOND_CURRENCY,
    /** Legacy CSV in ZIP instead of gzip. */
    ZIP,
    /** Some credits and taxes name no usage account. */
    EMPTY_USAGE_ACCOUNT,
    /** In each tick some resources that are waste, each of a known kind: {@link io.curlake.jobs.sample.waste.PlantedWaste}. */
    PLANTED_WASTE
}
