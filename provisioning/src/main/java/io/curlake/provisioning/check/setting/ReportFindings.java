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
        findings.add(GranularityFinding.of(
                report.timeUnit(),
                configured.granularity(),
                "Make a new report, since AWS does not change it in one that overwrites"));
        findings.add(element(
                report.has("RESOURCES"),
                configured.resourceIds(),
                new Element(
                        "resource ids",
                        "RESOURCES",
                        "cost can be given to single resources",
                        "cost cannot be given to single resources")));
        findings.add(element(
                report.has("SPLIT_COST_ALLOCATION_DATA"),
                configured.splitCost(),
                new Element(
                        "split cost",
                        "SPLIT_COST_ALLOCATION_DATA",
                        "rows of tasks and pods; sum these or their instances, never both",
                        "the cost of containers cannot be given to tasks and pods")));
        findings.add(closedPeriods(report.refreshClosed(), configured.closedPeriods()));
        if (!report.artifacts().isEmpty()) {
            findings.add(Finding.note(
                    "artifacts",
                    String.join(", ", report.artifacts()) + ": files for that service lie beside the data"));
        }
        return findings;
    }

    /** What a report may include, and what that means for the data. */
    private record Element(String setting, String name, String with, String without) {}

    private static Finding element(boolean included, boolean wanted, Element element) {
        if (included) {
            return Finding.ok(element.setting(), "included: " + element.with());
        }
        String meaning = "not included: " + element.without();
        return wanted
                ? Finding.note(
                        element.setting(),
                        meaning,
                        "AWS cannot add " + element.name() + " to a report that overwrites: make a new report with it.")
                : Finding.ok(element.setting(), meaning + ", as configured");
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
                Finding.note(
                        "closed months",
                        meaning,
                        "Set RefreshClosedReports of the report to true ('curlake export apply --update').");
        };
    }
}
