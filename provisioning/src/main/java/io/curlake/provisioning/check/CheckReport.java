package io.curlake.provisioning.check;

import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import io.curlake.provisioning.report.DenialReport;

/** The words of a check: a line for each finding, what AWS denied, and a verdict. */
public final class CheckReport {
    private CheckReport() {}

    public static String of(CheckResult result) {
        StringBuilder text = new StringBuilder(result.source() + ": " + result.subject() + "\n");
        int width = result.findings().stream()
                .mapToInt(finding -> finding.setting().length())
                .max()
                .orElse(0);
        result.findings().forEach(finding -> text.append(line(finding, width)));
        text.append(DenialReport.of(result.denied()));
        return text.append(verdict(result)).toString();
    }

    private static String line(Finding finding, int width) {
        return finding.level().mark() + " " + finding.setting()
                + " ".repeat(width - finding.setting().length()) + "  "
                + finding.meaning() + "."
                + finding.remedy().map(remedy -> " " + remedy).orElse("") + "\n";
    }

    private static String verdict(CheckResult result) {
        return result.count(Level.OK) + " as they should be, " + result.count(Level.NOTE) + " to know, "
                + result.count(Level.FAULT) + " to mend.";
    }
}
