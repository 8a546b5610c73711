package io.curlake.jobs.sample.columns;

import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The name of a CUR 2.0 column in legacy CUR: {@code category/Name}. */
final class LegacyName {
    private static final List<String> CATEGORIES = List.of(
            "bill",
            "identity",
            "line_item",
            "pricing",
            "product",
            "reservation",
            "savings_plan",
            "split_line_item",
            "discount");
    private static final Set<LineItemColumn> CUR2_ONLY = EnumSet.of(
            LineItemColumn.BILL_PAYER_ACCOUNT_NAME,
            LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME,
            LineItemColumn.LINE_ITEM_USER_IDENTIFIER,
            LineItemColumn.LINE_ITEM_IAM_PRINCIPAL,
            LineItemColumn.CAPACITY_RESERVATION_CAPACITY_RESERVATION_ARN,
            LineItemColumn.CAPACITY_RESERVATION_CAPACITY_RESERVATION_STATUS,
            LineItemColumn.CAPACITY_RESERVATION_CAPACITY_RESERVATION_TYPE);
    private static final Map<String, String> IRREGULAR = Map.of(
            "product/instancesku", "product/instanceSKU",
            "pricing/Currency", "pricing/currency",
            "pricing/PublicOnDemandCost", "pricing/publicOnDemandCost",
            "pricing/PublicOnDemandRate", "pricing/publicOnDemandRate",
            "pricing/Term", "pricing/term",
            "pricing/Unit", "pricing/unit");

    private LegacyName() {}

    /** Empty for maps, whose entries are columns of their own, and for what only CUR 2.0 has. */
    static Optional<String> of(LineItemColumn column) {
        boolean map = column.type() == ColumnType.STRING_MAP || column.type() == ColumnType.DOUBLE_MAP;
        return map || CUR2_ONLY.contains(column) ? Optional.empty() : Optional.of(regular(column.columnName()));
    }

    private static String regular(String columnName) {
        String category = CATEGORIES.stream()
                .filter(candidate -> columnName.startsWith(candidate + "_"))
                .findFirst()
                .orElseThrow();
        String capitalized = capitalized(columnName.substring(category.length() + 1));
        String name = lowerFirst(capitalized(category)) + "/"
                + (category.equals("product") ? lowerFirst(capitalized) : capitalized);
        return IRREGULAR.getOrDefault(name, name);
    }

    private static String capitalized(String snake) {
        StringBuilder name = new StringBuilder();
        for (String word : snake.split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
