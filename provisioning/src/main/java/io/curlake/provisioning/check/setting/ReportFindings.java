package io.curlake.provisioning.check.setting;

import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.ExportConfig.ClosedPeriods;
import io.curlake.provisioning.catalog.ExistingReport;
import io.curlake.provisioning.check.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of a legacy CUR report. */
public final class ReportFindings {
    private ReportFindings() {}

    public static List<Finding> of(ExistingReport report, ExportConfig configured) {
        List<Finding> findings = new ArrayList<>();
        findings.add(GranularityFinding.of(report.timeUnit(), configured.granularity()));
        findings.add(element(report.has("RESOURCES"), configured.resourceIds(), "resource ids", "RESOURCES"));
        findings.add(element(
                report.has("SPLIT_COST_ALLOCATION_DATA"),
                configured.splitCost(),
                "split cost",
                "SPLIT_COST_ALLOCATION_DATA"));
        findings.add(closedPeriods(report.refreshClosed(), configured.closedPeriods()));
        if (!report.artifacts().isEmpty()) {
            findings.add(Finding.note(
                    "artifacts",
                    String.join(", ", report.artifacts()) + ": files for that service lie beside the data"));
        }
        return findings;
    }

    private static Finding element(boolean included, boolean wanted, String setting, String element) {
        if (included) {
            return Finding.ok(setting, "included");
        }
        return wanted
                ? Finding.note(
                        setting,
                        "not included, but configured",
                        "AWS cannot add " + element + " to a report that overwrites: make a new report with it.")
                : Finding.ok(setting, "not included, as configured");
    }

    private static Finding closedPeriods(Optional<Boolean> refreshed, ClosedPeriods configured) {
        if (refreshed.orElse(false)) {
            return Finding.ok("closed months", "delivered again when AWS corrects them");
        }
        String meaning =
                (refreshed.isPresent() ? "not delivered again" : "AWS does not say that they are delivered again")
                        + " when AWS corrects them: refunds and credits of past months may be missing";
        return switch (configured) {
            case LEFT -> Finding.ok("closed months", meaning + ", as configured");
            case REFRESHED ->
                Finding.note("closed months", meaning, "Set 'refresh closed reports' of the report to true.");
        };
    }
}
