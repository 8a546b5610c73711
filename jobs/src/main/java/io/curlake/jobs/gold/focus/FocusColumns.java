package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.lit;

import io.curlake.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of FOCUS 1.2 by the specification's names and types, and behind them those of our own. */
public final class FocusColumns {
    private static final DataType TEXT = DataTypes.StringType;
    private static final DataType NUMBER = DataTypes.createDecimalType(Money.PRECISION, Money.SCALE);
    private static final DataType TIME = DataTypes.TimestampType;
    private static final DataType TEXTS = DataTypes.createMapType(TEXT, TEXT);

    /** The 57 columns of the specification. */
    public static final StructType SPECIFIED = new StructType()
            .add("AvailabilityZone", TEXT)
            .add("BilledCost", NUMBER)
            .add("BillingAccountId", TEXT)
            .add("BillingAccountName", TEXT)
            .add("BillingAccountType", TEXT)
            .add("BillingCurrency", TEXT)
            .add("BillingPeriodEnd", TIME)
            .add("BillingPeriodStart", TIME)
            .add("CapacityReservationId", TEXT)
            .add("CapacityReservationStatus", TEXT)
            .add("ChargeCategory", TEXT)
            .add("ChargeClass", TEXT)
            .add("ChargeDescription", TEXT)
            .add("ChargeFrequency", TEXT)
            .add("ChargePeriodEnd", TIME)
            .add("ChargePeriodStart", TIME)
            .add("CommitmentDiscountCategory", TEXT)
            .add("CommitmentDiscountId", TEXT)
            .add("CommitmentDiscountName", TEXT)
            .add("CommitmentDiscountQuantity", NUMBER)
            .add("CommitmentDiscountStatus", TEXT)
            .add("CommitmentDiscountType", TEXT)
            .add("CommitmentDiscountUnit", TEXT)
            .add("ConsumedQuantity", NUMBER)
            .add("ConsumedUnit", TEXT)
            .add("ContractedCost", NUMBER)
            .add("ContractedUnitPrice", NUMBER)
            .add("EffectiveCost", NUMBER)
            .add("InvoiceId", TEXT)
            .add("InvoiceIssuerName", TEXT)
            .add("ListCost", NUMBER)
            .add("ListUnitPrice", NUMBER)
            .add("PricingCategory", TEXT)
            .add("PricingCurrency", TEXT)
            .add("PricingCurrencyContractedUnitPrice", NUMBER)
            .add("PricingCurrencyEffectiveCost", NUMBER)
            .add("PricingCurrencyListUnitPrice", NUMBER)
            .add("PricingQuantity", NUMBER)
            .add("PricingUnit", TEXT)
            .add("ProviderName", TEXT)
            .add("PublisherName", TEXT)
            .add("RegionId", TEXT)
            .add("RegionName", TEXT)
            .add("ResourceId", TEXT)
            .add("ResourceName", TEXT)
            .add("ResourceType", TEXT)
            .add("ServiceCategory", TEXT)
            .add("ServiceName", TEXT)
            .add("ServiceSubcategory", TEXT)
            .add("SkuId", TEXT)
            .add("SkuMeter", TEXT)
            .add("SkuPriceDetails", TEXTS)
            .add("SkuPriceId", TEXT)
            .add("SubAccountId", TEXT)
            .add("SubAccountName", TEXT)
            .add("SubAccountType", TEXT)
            .add("Tags", TEXTS);

    /** Those, and what FOCUS has no place for. What other tools get. */
    public static final StructType ALL = SPECIFIED
            .add("x_BillType", TEXT)
            .add("x_Discounts", DataTypes.createMapType(TEXT, DataTypes.DoubleType))
            .add("x_LineItemType", TEXT)
            .add("x_Operation", TEXT)
            .add("x_ServiceCode", TEXT)
            .add("x_UsageType", TEXT);

    private FocusColumns() {}

    /** A selection of all columns by name, in order, NULL where none is given, then source and billing period. */
    static Column[] select(Map<String, Column> given) {
        if (!List.of(ALL.fieldNames()).containsAll(given.keySet())) {
            throw new IllegalArgumentException("no columns of FOCUS among " + given.keySet());
        }
        List<Column> columns = new ArrayList<>();
        for (StructField field : ALL.fields()) {
            Column value = given.getOrDefault(field.name(), lit(null));
            columns.add(value.cast(field.dataType()).as(field.name()));
        }
        columns.add(new Column("source"));
        columns.add(new Column("billing_period"));
        return columns.toArray(Column[]::new);
    }
}
