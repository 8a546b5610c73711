package io.curlake.provisioning.definition;

import io.curlake.model.LineItemColumn;
import io.curlake.model.config.ExportConfig;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration of the table COST_AND_USAGE_REPORT, and the columns that it has under it. Source: API reference of
 * Data Exports, table dictionary of CUR 2.0, 2026.
 */
public final class TableProperties {
    public static final String TABLE = "COST_AND_USAGE_REPORT";

    private TableProperties() {}

    /** All values are texts, also the truths. */
    static SortedMap<String, String> of(ExportConfig export) {
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put("TIME_GRANULARITY", export.granularity().name());
        properties.put("INCLUDE_RESOURCES", truth(export.resourceIds()));
        properties.put("INCLUDE_SPLIT_COST_ALLOCATION_DATA", truth(export.splitCost()));
        properties.put("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "FALSE");
        return properties;
    }

    /** The columns by curlake's own dictionary, for callers who may not ask AWS. */
    static List<String> knownColumns(ExportConfig export) {
        return Arrays.stream(LineItemColumn.values())
                .filter(column -> isThere(column, export))
                .map(LineItemColumn::columnName)
                .toList();
    }

    private static boolean isThere(LineItemColumn column, ExportConfig export) {
        return switch (column.presence()) {
            case ALWAYS -> column != LineItemColumn.TAGS; // too new to be everywhere; AWS refuses a column it lacks
            case ITEMIZED_DISCOUNT -> true;
            case RESOURCES -> export.resourceIds();
            case SPLIT_COST -> export.splitCost();
            case CAPACITY_RESERVATION, IAM_PRINCIPAL -> false;
        };
    }

    private static String truth(boolean is) {
        return is ? "TRUE" : "FALSE";
    }
}
