package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the line items of a period have at all. What they do not have needs not be read again, nor be paid for. */
public enum Feature {
    /** Regions in a column of their own; older exports have them among the product attributes. */
    REGION_CODE {
        @Override
        public Column isThere() {
            return has(LineItemColumn.PRODUCT_REGION_CODE);
        }
    },
    /** Split cost allocation. */
    SPLIT_COST {
        @Override
        public Column isThere() {
            return has(LineItemColumn.SPLIT_LINE_ITEM_PARENT_RESOURCE_ID)
                    .or(isCost(LineItemColumn.SPLIT_LINE_ITEM_SPLIT_COST));
        }
    },
    /** Costs after discounts. */
    NET_COST {
        @Override
        public Column isThere() {
            return isCost(LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST)
                    .or(isCost(LineItemColumn.RESERVATION_NET_EFFECTIVE_COST))
                    .or(isCost(LineItemColumn.SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST));
        }
    };

    /** Whether a line item has it. */
    public abstract Column isThere();

    /** One Spark action over a few columns. */
    public static Set<Feature> of(Dataset<Row> lineItems) {
        List<Feature> features = List.of(values());
        Column[] isThere = features.stream()
                .map(feature -> coalesce(max(feature.isThere()), lit(false)))
                .toArray(Column[]::new);
        Row row = lineItems
                .agg(isThere[0], Arrays.copyOfRange(isThere, 1, isThere.length))
                .first();
        Set<Feature> found = EnumSet.noneOf(Feature.class);
        for (int i = 0; i < isThere.length; i++) {
            if (row.getBoolean(i)) {
                found.add(features.get(i));
            }
        }
        return found;
    }

    private static Column has(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit("")).notEqual("");
    }

    private static Column isCost(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(0.0)).notEqual(0.0);
    }
}
