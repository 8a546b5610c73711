package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.AthenaName;
import io.curlake.jobs.sample.line.DiscountKind;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The columns of one legacy delivery, in AWS's order of categories. */
public final class LegacyColumns {
    private static final List<String> CATEGORIES = List.of(
            "identity",
            "bill",
            "lineItem",
            "product",
            "pricing",
            "reservation",
            "savingsPlan",
            "discount",
            "splitLineItem",
            "resourceTags",
            "costCategory");

    /** Present in every delivery. Source: the legacy CUR reference of AWS and real headers, 2018 to 2023. */
    private static final List<String> ALWAYS = List.of(
            "identity/LineItemId",
            "identity/TimeInterval",
            "bill/InvoiceId",
            "bill/InvoicingEntity",
            "bill/BillingEntity",
            "bill/BillType",
            "bill/PayerAccountId",
            "bill/BillingPeriodStartDate",
            "bill/BillingPeriodEndDate",
            "lineItem/UsageAccountId",
            "lineItem/LineItemType",
            "lineItem/UsageStartDate",
            "lineItem/UsageEndDate",
            "lineItem/ProductCode",
            "lineItem/UsageType",
            "lineItem/Operation",
            "lineItem/AvailabilityZone",
            "lineItem/ResourceId",
            "lineItem/UsageAmount",
            "lineItem/NormalizationFactor",
            "lineItem/NormalizedUsageAmount",
            "lineItem/CurrencyCode",
            "lineItem/UnblendedRate",
            "lineItem/UnblendedCost",
            "lineItem/BlendedRate",
            "lineItem/BlendedCost",
            "lineItem/LineItemDescription",
            "lineItem/TaxType",
            "lineItem/LegalEntity");

    private static final Map<String, LineItemColumn> FIELDS = fields();
    private static final Map<String, LineItemColumn> MAPS = Map.of(
            "product", LineItemColumn.PRODUCT,
            "resourceTags", LineItemColumn.RESOURCE_TAGS,
            "costCategory", LineItemColumn.COST_CATEGORY);

    private LegacyColumns() {}

    /** The columns of a CSV file in which those were seen. */
    public static List<ExportColumn> csv(Collection<String> seen) {
        Set<String> more = new TreeSet<>(seen);
        more.removeAll(ALWAYS);
        List<String> names = new ArrayList<>(ALWAYS);
        names.addAll(more);
        names.sort(Comparator.comparingInt(name -> CATEGORIES.indexOf(category(name))));
        return names.stream().map(LegacyColumns::column).toList();
    }

    /** The columns of a Parquet file in which those were seen, under their Athena names. */
    public static List<ExportColumn> parquet(Collection<String> seen) {
        Map<String, List<ExportColumn>> byName = new LinkedHashMap<>();
        for (ExportColumn column : csv(seen)) {
            byName.computeIfAbsent(AthenaName.of(column.name()), name -> new ArrayList<>())
                    .add(column);
        }
        return byName.entrySet().stream()
                .<ExportColumn>map(entry -> new MergedColumn(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** {@code lineItem} of {@code lineItem/UnblendedCost}. */
    public static String category(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /** {@code UnblendedCost} of {@code lineItem/UnblendedCost}. */
    public static String nameInCategory(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    /** Whether every legacy delivery has the column. */
    public static boolean isAlwaysPresent(String name) {
        return ALWAYS.contains(name);
    }

    private static ExportColumn column(String name) {
        LineItemColumn field = FIELDS.get(name);
        if (field != null) {
            return new Field(name, field);
        }
        String key = nameInCategory(name);
        LineItemColumn map = MAPS.get(category(name));
        return map != null ? new RawAttribute(name, map, key) : new RawDiscount(name, discount(key));
    }

    private static DiscountKind discount(String rawKey) {
        return Arrays.stream(DiscountKind.values())
                .filter(kind -> kind.rawKey().equals(rawKey))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, LineItemColumn> fields() {
        Map<String, LineItemColumn> fields = new HashMap<>();
        for (LineItemColumn column : LineItemColumn.values()) {
            LegacyName.of(column).ifPresent(name -> fields.put(name, column));
        }
        return fields;
    }
}
