package io.curlake.jobs.lineitem;

import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The grain at which the tables {@code delivered_cost} and {@code unconnected_cost} sum line items. A usage account is part
 * of it, so that the rows of a group are all of a connected account or none of them is.
 */
public final class CostGrain {
    /** The {@link TagsHash} of the rows of a group. */
    public static final String TAGS_HASH = "tags_hash";

    /** What a group is found by. */
    public static final List<String> KEY = List.of(
            "usage_date",
            "usage_account_id",
            "usage_account_name",
            "product_code",
            "line_item_type",
            "billing_entity",
            "invoice_id",
            "commitment_arn",
            "currency");

    /** The key, the number of rows, the sums of the cost columns by their {@link CostColumn#measure}, and the tag hash. */
    public static final StructType COLUMNS = columns();

    private CostGrain() {}

    private static StructType columns() {
        StructType columns = new StructType();
        for (String name : KEY) {
            columns = columns.add(name, name.equals("usage_date") ? DataTypes.DateType : DataTypes.StringType);
        }
        columns = columns.add("rows", DataTypes.LongType);
        for (CostColumn column : CostColumn.values()) {
            columns = columns.add(column.measure(), DataTypes.createDecimalType(Money.PRECISION, Money.SCALE));
        }
        return columns.add(TAGS_HASH, DataTypes.LongType);
    }
}
