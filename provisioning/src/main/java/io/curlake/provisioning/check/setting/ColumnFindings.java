package io.curlake.provisioning.check.setting;

import io.curlake.model.LineItemColumn;
import io.curlake.provisioning.catalog.ExistingExport;
import io.curlake.provisioning.catalog.SelectedColumns;
import io.curlake.provisioning.catalog.TableProperty;
import io.curlake.provisioning.check.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which columns an export does not deliver, by what they are for, and which rows. */
public final class ColumnFindings {
    private static final String ADD = "Add them to the export's columns ('curlake export apply --update'); months "
            + "that AWS has delivered may stay as they are.";

    private ColumnFindings() {}

    /** Of an export of COST_AND_USAGE_REPORT. */
    public static List<Finding> of(ExistingExport export) {
        SelectedColumns selected = SelectedColumns.of(export.query().statement());
        List<Finding> findings = new ArrayList<>();
        for (ColumnGroup group : ColumnGroup.values()) {
            if (isOffered(export, group)) {
                missing(selected, group).ifPresent(findings::add);
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("columns", "all that the table has with these properties"));
        }
        findings.addAll(rows(selected));
        return findings;
    }

    private static boolean isOffered(ExistingExport export, ColumnGroup group) {
        return group == ColumnGroup.DISCOUNT
                ? !export.has(TableProperty.INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY)
                : group.property().map(export::has).orElse(true);
    }

    private static Optional<Finding> missing(SelectedColumns selected, ColumnGroup group) {
        List<LineItemColumn> missing = group.columns().stream()
                .filter(column -> !selected.delivers(column))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = missing.stream().map(column -> named(selected, column)).collect(Collectors.joining(", "));
        int all = group.columns().size();
        boolean isPart = missing.size() < all && group != ColumnGroup.REQUIRED;
        String meaning = (isPart ? "in part, " : "") + group.loss() + "; missing: " + missing.size() + " of " + all
                + ", " + names;
        return Optional.of(
                group == ColumnGroup.REQUIRED
                        ? Finding.fault(group.setting(), meaning, ADD)
                        : Finding.note(group.setting(), meaning, ADD));
    }

    private static String named(SelectedColumns selected, LineItemColumn column) {
        return column.columnName()
                + selected.otherName(column)
                        .map(alias -> " (delivered as '" + alias + "')")
                        .orElse("");
    }

    private static List<Finding> rows(SelectedColumns selected) {
        List<Finding> findings = new ArrayList<>();
        selected.condition()
                .ifPresent(condition -> findings.add(Finding.note(
                        "rows",
                        "only those where " + condition + "; totals are below the bill",
                        "Remove WHERE from the export's query, unless that is what you want.")));
        selected.limit()
                .ifPresent(limit -> findings.add(Finding.fault(
                        "rows",
                        "no more than " + limit + "; which ones, nobody can say",
                        "Remove LIMIT from the export's query.")));
        return findings;
    }
}
