package io.curlake.jobs.run.contract;

import io.curlake.jobs.export.LegacyColumns;
import io.curlake.jobs.export.ManifestColumn;
import io.curlake.jobs.export.TargetColumn;
import io.curlake.model.ExportFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The columns of a delivery under the names of {@code line_item}, whatever its format.
 *
 * @param types by column, empty where nobody says it: a manifest need not
 * @param keys of map columns, where the delivery has a column for each, as legacy reports have
 */
public record DeliveredColumns(SortedMap<String, String> types, SortedMap<String, Set<String>> keys) {

    /** As a manifest lists them. */
    public static DeliveredColumns of(ExportFormat format, List<ManifestColumn> columns) {
        SortedMap<String, String> types = new TreeMap<>();
        SortedMap<String, Set<String>> keys = new TreeMap<>();
        for (ManifestColumn column : columns) {
            TargetColumn target =
                    format.isLegacy() ? LegacyColumns.ofCsv(column.name()) : new TargetColumn(column.name(), null);
            if (target.key() == null) {
                types.put(target.column(), plain(column.type()));
            } else {
                types.put(target.column(), "");
                keys.computeIfAbsent(target.column(), map -> new HashSet<>()).add(target.key());
            }
        }
        return new DeliveredColumns(types, keys);
    }

    /** The same, of those columns that the files really have. */
    public DeliveredColumns in(Set<String> files) {
        SortedMap<String, String> found = new TreeMap<>();
        files.forEach(column -> found.put(column, types.getOrDefault(column, "")));
        return new DeliveredColumns(found, keys);
    }

    boolean areKnown() {
        return !types.isEmpty();
    }

    /** Legacy manifests call a column optional in one month and not in another; kinds of maps have several spellings. */
    private static String plain(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("map") ? "map" : lower.replaceFirst("^optional", "");
    }
}
