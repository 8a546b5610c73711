package io.curlake.provisioning.check.setting;

import io.curlake.provisioning.catalog.ExistingReport.ReportHealth;
import io.curlake.provisioning.catalog.ExportHealth;
import io.curlake.provisioning.check.finding.Finding;

/** How AWS says an export or report is. */
public final class HealthFindings {
    private static final String SETTING = "health";

    private HealthFindings() {}

    public static Finding of(ExportHealth health) {
        return switch (health.code()) {
            case "HEALTHY" -> Finding.ok(SETTING, "healthy");
            case "UNHEALTHY" -> unhealthy(health.reason().orElse(""));
            case "" -> Finding.note(SETTING, "AWS does not say");
            default -> Finding.note(SETTING, "AWS says '" + health.code() + "', which this version does not know");
        };
    }

    public static Finding of(ReportHealth health) {
        String status = health.lastStatus().orElse("");
        return switch (status) {
            case "SUCCESS" ->
                Finding.ok(
                        SETTING,
                        "the last delivery succeeded"
                                + health.lastDelivery()
                                        .map(time -> " at " + time)
                                        .orElse(""));
            case "ERROR_PERMISSIONS" ->
                Finding.fault(
                        SETTING,
                        "the last delivery failed: AWS may not write to the bucket",
                        "Mend the bucket policy, and the key policy where the bucket is encrypted with KMS; AWS delivers "
                                + "at least daily.");
            case "ERROR_NO_BUCKET" ->
                Finding.fault(
                        SETTING,
                        "the last delivery failed: the bucket does not exist",
                        "Make the bucket again with its policy ('curlake export apply').");
            case "" -> Finding.note(SETTING, "AWS tells no last delivery");
            default -> Finding.note(SETTING, "AWS says '" + status + "', which this version does not know");
        };
    }

    private static Finding unhealthy(String reason) {
        return switch (reason) {
            case "INSUFFICIENT_PERMISSION" ->
                Finding.fault(
                        SETTING,
                        "unhealthy: AWS may not write to the bucket",
                        "Mend the bucket policy, and the key policy where the bucket is encrypted with KMS.");
            case "BILL_OWNER_CHANGED" ->
                Finding.fault(
                        SETTING,
                        "unhealthy: another account pays the bill now",
                        "Make the export in the account that pays.");
            case "INTERNAL_FAILURE" ->
                Finding.fault(
                        SETTING,
                        "unhealthy: AWS failed to run it",
                        "Wait a day; if it stays so, open a support case with AWS.");
            case "DEPRECATED" ->
                Finding.fault(
                        SETTING,
                        "unhealthy: AWS has given up what this export selects",
                        "Make a new export ('curlake export apply').");
            case "" ->
                Finding.fault(SETTING, "unhealthy; AWS gives no reason", "Look at the export in the AWS console.");
            default ->
                Finding.fault(
                        SETTING, "unhealthy: AWS says '" + reason + "'", "Look at the export in the AWS console.");
        };
    }
}
