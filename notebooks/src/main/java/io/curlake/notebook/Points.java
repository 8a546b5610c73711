package io.curlake.notebook;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Amounts by part and place: what a chart draws. Sums are exact; only the drawing rounds.
 *
 * @param places in order
 * @param parts the amounts of each part by place, the largest part first
 */
record Points(List<String> places, Map<String, Map<String, BigDecimal>> parts) {
    static final String OTHER = "other";

    /** As many colors as an eye tells apart. */
    private static final int MOST = 8;

    static Points of(Dataset<Row> rows) {
        return of(rows.collectAsList());
    }

    static Points of(List<Row> rows) {
        Map<String, BigDecimal> sizes = new LinkedHashMap<>();
        for (Row row : rows) {
            sizes.merge(part(row), amount(row).abs(), BigDecimal::add);
        }
        List<String> bySize = sizes.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        Set<String> own = new HashSet<>(bySize.size() <= MOST ? bySize : bySize.subList(0, MOST - 1));
        Map<String, Map<String, BigDecimal>> parts = new LinkedHashMap<>();
        bySize.forEach(part -> parts.computeIfAbsent(own.contains(part) ? part : OTHER, name -> new TreeMap<>()));
        TreeMap<String, Boolean> places = new TreeMap<>();
        for (Row row : rows) {
            String place = String.valueOf(row.get(0));
            places.put(place, true);
            parts.getOrDefault(own.contains(part(row)) ? part(row) : OTHER, Map.of())
                    .merge(place, amount(row), BigDecimal::add);
        }
        return new Points(List.copyOf(places.keySet()), parts);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The amounts of a part at every place; zero where it has none. */
    List<BigDecimal> of(String part) {
        Map<String, BigDecimal> amounts = parts.getOrDefault(part, Map.of());
        return places.stream()
                .map(place -> amounts.getOrDefault(place, BigDecimal.ZERO))
                .toList();
    }

    private static String part(Row row) {
        return String.valueOf(row.get(1));
    }

    private static BigDecimal amount(Row row) {
        return row.isNullAt(2) ? BigDecimal.ZERO : new BigDecimal(row.get(2).toString());
    }
}
