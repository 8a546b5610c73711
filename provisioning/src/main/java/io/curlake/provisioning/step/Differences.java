package io.curlake.provisioning.step;

import io.curlake.provisioning.catalog.ExistingExport;
import io.curlake.provisioning.catalog.ExistingReport;
import io.curlake.provisioning.catalog.ExportDestination;
import io.curlake.provisioning.catalog.SelectedColumns;
import io.curlake.provisioning.definition.TableProperties;
import io.curlake.provisioning.definition.WantedExport;
import io.curlake.provisioning.definition.WantedReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * In what an export differs from the one that is wanted, a line each. Table properties that are not ours, which AWS may
 * have added itself (the billing view), count only where they turn something on.
 */
final class Differences {
    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    static List<String> of(ExistingExport existing, WantedExport wanted) {
        Differences differences = new Differences();
        if (!existing.table().equals(TableProperties.TABLE)) {
            differences.add("table", existing.table(), TableProperties.TABLE);
            return differences.lines;
        }
        differences.addColumns(SelectedColumns.of(existing.query().statement()), wanted);
        Map<String, String> found =
                new TreeMap<>(existing.query().configurations().getOrDefault(TableProperties.TABLE, Map.of()));
        wanted.properties().forEach((property, value) -> {
            String is = found.getOrDefault(property, defaultOf(property));
            differences.addIfOther(property, is, value);
        });
        ExportDestination destination = existing.destination();
        differences.addDestination(destination, wanted.bucket(), wanted.prefix(), wanted.region());
        differences.addIfOther("format", destination.format(), wanted.output().format());
        differences.addIfOther(
                "compression", destination.compression(), wanted.output().compression());
        differences.addIfOther(
                "file versioning", destination.overwrite(), wanted.output().overwrite());
        differences.addIfOther("output type", destination.outputType(), "CUSTOM");
        return differences.lines;
    }

    static List<String> of(ExistingReport existing, WantedReport wanted) {
        Differences differences = new Differences();
        ExportDestination destination = existing.destination();
        WantedReport.Files files = wanted.files();
        differences.addIfOther("time unit", existing.timeUnit(), wanted.timeUnit());
        differences.addIfOther("schema elements", sorted(existing.schemaElements()), sorted(wanted.elements()));
        differences.addIfOther("artifacts", sorted(existing.artifacts()), sorted(files.artifacts()));
        differences.addIfOther(
                "refresh of closed reports",
                String.valueOf(existing.refreshClosed().orElse(false)),
                String.valueOf(files.refreshesClosed()));
        differences.addDestination(destination, wanted.bucket(), wanted.prefix(), wanted.region());
        differences.addIfOther("format", destination.format(), files.format());
        differences.addIfOther("compression", destination.compression(), files.compression());
        differences.addIfOther("report versioning", destination.overwrite(), files.versioning());
        return differences.lines;
    }

    private void addDestination(ExportDestination is, String bucket, String prefix, String region) {
        addIfOther("bucket", is.bucket(), bucket);
        addIfOther("prefix", is.prefix(), prefix);
        addIfOther("bucket's region", is.region(), region);
    }

    /** Columns that an export has beyond ours are no fault, only other names and missing ones are. */
    private void addColumns(SelectedColumns selected, WantedExport wanted) {
        Set<String> found = new LinkedHashSet<>();
        Map<String, String> renamed = new LinkedHashMap<>();
        for (SelectedColumns.Selected item : selected.list()) {
            String name = item.alias().orElse(item.column());
            if (item.member().isEmpty() && name.equals(item.column())) {
                found.add(name);
            } else if (item.member().isEmpty()) {
                renamed.put(item.column(), name);
            }
        }
        List<String> missing = wanted.columns().stream()
                .filter(column -> !found.contains(column))
                .toList();
        missing.stream()
                .filter(renamed::containsKey)
                .forEach(column -> lines.add("column " + column + ": is delivered as " + renamed.get(column)));
        List<String> absent =
                missing.stream().filter(column -> !renamed.containsKey(column)).toList();
        if (!absent.isEmpty() && !found.contains("*")) {
            lines.add("columns: without " + String.join(", ", absent));
        }
        selected.condition().ifPresent(condition -> lines.add("rows: only those WHERE " + condition));
        selected.limit().ifPresent(limit -> lines.add("rows: at most " + limit));
    }

    private static String defaultOf(String property) {
        return property.equals("TIME_GRANULARITY") ? "HOURLY" : "FALSE";
    }

    private void addIfOther(String setting, String is, String wanted) {
        if (!is.equals(wanted)) {
            add(setting, is, wanted);
        }
    }

    private void add(String setting, String is, String wanted) {
        lines.add(setting + ": " + shown(is) + " → " + shown(wanted));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static String sorted(List<String> values) {
        return String.join(", ", values.stream().sorted().toList());
    }
}
