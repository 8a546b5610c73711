package io.curlake.provisioning.catalog;

/** The properties of the table COST_AND_USAGE_REPORT that change what is delivered. */
public enum TableProperty {
    TIME_GRANULARITY("HOURLY"),
    INCLUDE_RESOURCES("FALSE"),
    INCLUDE_SPLIT_COST_ALLOCATION_DATA("FALSE"),
    INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY("FALSE"),
    INCLUDE_CAPACITY_RESERVATION_DATA("FALSE"),
    INCLUDE_IAM_PRINCIPAL_DATA("FALSE");

    private final String byDefault;

    TableProperty(String byDefault) {
        this.byDefault = byDefault;
    }

    String byDefault() {
        return byDefault;
    }
}
