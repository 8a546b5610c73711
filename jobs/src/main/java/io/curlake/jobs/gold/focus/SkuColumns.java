package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.jobs.gold.focus.value.SkuDetails;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
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
        columns.put("SkuPriceDetails", when(price.isNotNull(), SkuDetails.ofRow()));
        return columns;
    }

    private static Column withoutTax(Column value) {
        return when(not(ChargeParts.is(ChargeCategory.TAX)), value);
    }
}
