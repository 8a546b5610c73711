package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.array;

import io.curlake.jobs.cost.StaticCall;
import io.curlake.model.LineItemColumn;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Properties of what was priced. Those that FOCUS defines have its names; those that it does not have {@code x_} in front.
 * Spark's own functions of maps look at each row in an interpreter, which took an eighth of a build.
 */
public final class SkuDetails {
    private record Detail(UTF8String name, Column value) {}

    private static final List<Detail> DETAILS = List.of(
            detail("InstanceType", Given.text(LineItemColumn.PRODUCT_INSTANCE_TYPE)),
            detail("InstanceSeries", Given.attribute("instance_type_family")),
            detail("OperatingSystem", Given.attribute("operating_system")),
            detail("StorageClass", Given.attribute("storage_class")),
            detail("x_InstanceFamily", Given.text(LineItemColumn.PRODUCT_INSTANCE_FAMILY)),
            detail("x_Tenancy", Given.attribute("tenancy")),
            detail("x_DatabaseEngine", Given.attribute("database_engine")),
            detail("x_ProductFamily", Given.text(LineItemColumn.PRODUCT_PRODUCT_FAMILY)),
            detail("x_PricingTerm", Given.text(LineItemColumn.PRICING_TERM)),
            detail("x_LeaseContractLength", Given.text(LineItemColumn.PRICING_LEASE_CONTRACT_LENGTH)),
            detail("x_OfferingClass", Given.text(LineItemColumn.PRICING_OFFERING_CLASS)),
            detail("x_PurchaseOption", Given.text(LineItemColumn.PRICING_PURCHASE_OPTION)));

    private static final StaticCall CALL = new StaticCall(
            SkuDetails.class,
            "ofValues",
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
            StaticCall.Nulls.GIVE_NULL);

    private SkuDetails() {}

    /** NULL where there are none. */
    public static Column ofRow() {
        return CALL.of(array(DETAILS.stream().map(Detail::value).toArray(Column[]::new)));
    }

    /** Called by Spark, with the values in the order of the details. */
    public static @Nullable MapData ofValues(ArrayData values) {
        int present = 0;
        for (int i = 0; i < DETAILS.size(); i++) {
            present += values.isNullAt(i) ? 0 : 1;
        }
        if (present == 0) {
            return null;
        }
        Object[] names = new Object[present];
        Object[] found = new Object[present];
        for (int i = 0, next = 0; i < DETAILS.size(); i++) {
            if (!values.isNullAt(i)) {
                names[next] = DETAILS.get(i).name();
                found[next++] = values.getUTF8String(i);
            }
        }
        return new ArrayBasedMapData(new GenericArrayData(names), new GenericArrayData(found));
    }

    private static Detail detail(String name, Column value) {
        return new Detail(UTF8String.fromString(name), value);
    }
}
