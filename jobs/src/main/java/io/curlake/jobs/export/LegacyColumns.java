package io.curlake.jobs.export;

import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.Map;

/**
 * The CUR 2.0 columns of a legacy CUR: most keep their Athena name, the attributes of a product, tags, cost categories
 * and discounts that CUR 2.0 has no column for become keys of its maps.
 */
public final class LegacyColumns {
    private static final List<String> MAPS = List.of("resource_tags", "cost_category", "product", "discount");

    /** Where a spelling seen in deliveries gives another Athena name than the one that CUR 2.0 kept. */
    private static final Map<String, String> VARIANTS = Map.of(
            "savings_plan_savings_plan_arn",
            "savings_plan_savings_plan_a_r_n",
            "reservation_reservation_arn",
            "reservation_reservation_a_r_n",
            "product_instance_s_k_u",
            "product_instancesku");

    private LegacyColumns() {}

    /** The place of a column of a legacy CSV, by its header {@code category/Name}. */
    public static TargetColumn ofCsv(String header) {
        return ofAthena(LegacyNames.athena(header));
    }

    /** The place of a column of legacy Parquet, by its Athena name. */
    public static TargetColumn ofAthena(String athenaName) {
        String name = VARIANTS.getOrDefault(athenaName, athenaName);
        return isColumnOfItsOwn(name) ? new TargetColumn(name, null) : keyOfAMap(name);
    }

    private static boolean isColumnOfItsOwn(String name) {
        return LineItemColumn.named(name)
                .map(LineItemColumn::type)
                .filter(type -> type != ColumnType.STRING_MAP && type != ColumnType.DOUBLE_MAP)
                .isPresent();
    }

    private static TargetColumn keyOfAMap(String name) {
        return MAPS.stream()
                .filter(map -> name.startsWith(map + "_"))
                .map(map -> new TargetColumn(map, name.substring(map.length() + 1)))
                .findFirst()
                .orElse(new TargetColumn(name, null));
    }
}
