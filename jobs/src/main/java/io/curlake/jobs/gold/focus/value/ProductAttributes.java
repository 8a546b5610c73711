package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.cost.StaticCall;
import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Attributes of products, which CUR 2.0 delivers in a map of thirty: a line item's map is gone through once for all of them. */
public final class ProductAttributes {
    private static final List<String> WANTED = List.of(
            "product_name",
            "region",
            "instance_type_family",
            "operating_system",
            "storage_class",
            "tenancy",
            "database_engine");
    private static final Map<UTF8String, Integer> POSITIONS = IntStream.range(0, WANTED.size())
            .boxed()
            .collect(Collectors.toMap(i -> UTF8String.fromString(WANTED.get(i)), i -> i));

    private static final String COLUMN = "_attributes";
    private static final StaticCall CALL = new StaticCall(
            ProductAttributes.class,
            "ofMap",
            DataTypes.createArrayType(DataTypes.StringType),
            StaticCall.Nulls.GIVE_NULL);

    private ProductAttributes() {}

    /** Adds the column that {@link #attribute} needs. */
    public static Dataset<Row> add(Dataset<Row> lineItems) {
        return lineItems.withColumn(COLUMN, CALL.of(col(LineItemColumn.PRODUCT.columnName())));
    }

    /** An attribute; NULL where absent. Throws IllegalArgumentException for one that is not gathered. */
    static Column attribute(String key) {
        if (!WANTED.contains(key)) {
            throw new IllegalArgumentException("the product attribute '" + key + "' is not gathered");
        }
        return get(col(COLUMN), lit(WANTED.indexOf(key)));
    }

    /** Called by Spark. */
    public static ArrayData ofMap(MapData product) {
        Object[] found = new Object[WANTED.size()];
        ArrayData keys = product.keyArray();
        ArrayData values = product.valueArray();
        for (int i = 0; i < product.numElements(); i++) {
            Integer position = POSITIONS.get(keys.getUTF8String(i));
            if (position != null
                    && !values.isNullAt(i)
                    && values.getUTF8String(i).numBytes() > 0) {
                found[position] = values.getUTF8String(i);
            }
        }
        return new GenericArrayData(found);
    }
}
