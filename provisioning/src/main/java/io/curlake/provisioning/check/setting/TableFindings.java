package io.curlake.provisioning.check.setting;

import static io.curlake.provisioning.catalog.TableProperty.INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY;
import static io.curlake.provisioning.catalog.TableProperty.INCLUDE_RESOURCES;
import static io.curlake.provisioning.catalog.TableProperty.INCLUDE_SPLIT_COST_ALLOCATION_DATA;
import static io.curlake.provisioning.catalog.TableProperty.TIME_GRANULARITY;

import io.curlake.model.config.ExportConfig;
import io.curlake.provisioning.catalog.ExistingExport;
import io.curlake.provisioning.check.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** The table of an export and its properties. */
public final class TableFindings {
    /** The table that curlake loads. */
    public static final String TABLE = "COST_AND_USAGE_REPORT";

    private TableFindings() {}

    public static List<Finding> of(ExistingExport export, ExportConfig configured) {
        if (!export.table().equals(TABLE)) {
            return List.of(Finding.fault(
                    "table",
                    "'" + export.table() + "' cannot be loaded; curlake reads " + TABLE,
                    "Make a CUR 2.0 export under another name ('curlake export apply')."));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("table", TABLE));
        findings.add(GranularityFinding.of(
                export.property(TIME_GRANULARITY),
                configured.granularity(),
                "Change TIME_GRANULARITY of the export ('curlake export apply --update')"));
        findings.add(resourceIds(export, configured));
        findings.add(splitCost(export, configured));
        if (export.has(INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY)) {
            findings.add(Finding.note(
                    "discounts",
                    "in the older presentation: the three discount columns are not delivered",
                    "Set INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY to FALSE, unless an older system needs it."));
        }
        return findings;
    }

    private static Finding resourceIds(ExistingExport export, ExportConfig configured) {
        if (export.has(INCLUDE_RESOURCES)) {
            return Finding.ok("resource ids", "included: cost can be given to single resources");
        }
        String meaning = "not included: cost cannot be given to single resources";
        return configured.resourceIds()
                ? Finding.note(
                        "resource ids", meaning, "Set INCLUDE_RESOURCES to TRUE and select line_item_resource_id.")
                : Finding.ok("resource ids", meaning + ", as configured");
    }

    private static Finding splitCost(ExistingExport export, ExportConfig configured) {
        if (!export.has(INCLUDE_SPLIT_COST_ALLOCATION_DATA)) {
            String meaning = "not included: the cost of containers cannot be given to tasks and pods";
            return configured.splitCost()
                    ? Finding.note(
                            "split cost",
                            meaning,
                            "Set INCLUDE_SPLIT_COST_ALLOCATION_DATA to TRUE and select the split_line_item_* columns.")
                    : Finding.ok("split cost", meaning + ", as configured");
        }
        if (!export.has(INCLUDE_RESOURCES)) {
            return Finding.note(
                    "split cost",
                    "included, but without resource ids: nobody can say on which instance a task or pod ran",
                    "Set INCLUDE_RESOURCES to TRUE and select line_item_resource_id.");
        }
        if (!export.property(TIME_GRANULARITY).equals("HOURLY")) {
            return Finding.note(
                    "split cost",
                    "included, but not by hour: AWS leaves out which share of its instance a task or pod used",
                    "Set TIME_GRANULARITY to HOURLY if you need that share.");
        }
        return Finding.ok("split cost", "included: rows of tasks and pods; sum these or their instances, never both");
    }
}
