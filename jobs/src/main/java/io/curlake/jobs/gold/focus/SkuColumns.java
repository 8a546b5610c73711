package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What was priced. Taxes are no product: they have neither SKU nor price. */
final class SkuColumns {
    private SkuColumns() {}

    static Map<String, Column> columns() {
        Column sku = withoutTax(Given.text(LineItemColumn.PRODUCT_SKU));
        Column price = withoutTax(
                coalesce(Given.text(LineItemColumn.PRICING_RATE_CODE), Given.text(LineItemColumn.PRICING_RATE_ID)));
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("SkuId", sku);
        columns.put("SkuMeter", when(sku.isNotNull(), Given.text(LineItemColumn.LINE_ITEM_USAGE_TYPE)));
        columns.put("SkuPriceId", price);
        columns.put(
                "SkuPriceDetails", when(price.isNotNull().and(size(details()).gt(lit(0))), details()));
        return columns;
    }

    /** Properties that FOCUS defines have its names; those that it does not have {@code x_} in front. */
    private static Column details() {
        Map<String, Column> details = new LinkedHashMap<>();
        details.put("InstanceType", Given.text(LineItemColumn.PRODUCT_INSTANCE_TYPE));
        details.put("InstanceSeries", Given.attribute("instance_type_family"));
        details.put("OperatingSystem", Given.attribute("operating_system"));
        details.put("StorageClass", Given.attribute("storage_class"));
        details.put("x_InstanceFamily", Given.text(LineItemColumn.PRODUCT_INSTANCE_FAMILY));
        details.put("x_Tenancy", Given.attribute("tenancy"));
        details.put("x_DatabaseEngine", Given.attribute("database_engine"));
        details.put("x_ProductFamily", Given.text(LineItemColumn.PRODUCT_PRODUCT_FAMILY));
        details.put("x_PricingTerm", Given.text(LineItemColumn.PRICING_TERM));
        details.put("x_LeaseContractLength", Given.text(LineItemColumn.PRICING_LEASE_CONTRACT_LENGTH));
        details.put("x_OfferingClass", Given.text(LineItemColumn.PRICING_OFFERING_CLASS));
        details.put("x_PurchaseOption", Given.text(LineItemColumn.PRICING_PURCHASE_OPTION));
        Column[] entries = details.entrySet().stream()
                .flatMap(entry -> Stream.of(lit(entry.getKey()), entry.getValue()))
                .toArray(Column[]::new);
        return map_filter(map(entries), (key, value) -> value.isNotNull());
    }

    private static Column withoutTax(Column value) {
        return when(not(ChargeParts.is(ChargeCategory.TAX)), value);
    }
}
