package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/** The documented line item types, by what a change of them means. */
enum LineItemFamily {
    USAGE,
    NEGATION,
    FEE,
    CREDIT,
    REFUND,
    TAX,
    DISCOUNT;

    List<String> types() {
        return switch (this) {
            case USAGE -> List.of("Usage", "DiscountedUsage", "SavingsPlanCoveredUsage");
            case NEGATION -> List.of("SavingsPlanNegation");
            case FEE ->
                List.of(
                        "Fee",
                        "RIFee",
                        "SavingsPlanRecurringFee",
                        "SavingsPlanUpfrontFee",
                        "FlatRateSubscription",
                        "FlateRateSubscription");
            case CREDIT -> List.of("Credit");
            case REFUND -> List.of("Refund");
            case TAX -> List.of("Tax");
            case DISCOUNT ->
                List.of(
                        "BundledDiscount",
                        "Discount",
                        "EdpDiscount",
                        "PrivateRateDiscount",
                        "RiVolumeDiscount",
                        "SppDiscount");
        };
    }

    /** Whether a row's {@code line_item_type} is one of these. */
    Column holds() {
        return col("line_item_type").isin(types().toArray());
    }

    /** Whether a row's {@code line_item_type} is documented. */
    static Column known() {
        return Arrays.stream(values())
                .map(LineItemFamily::holds)
                .reduce(Column::or)
                .orElseThrow();
    }
}
