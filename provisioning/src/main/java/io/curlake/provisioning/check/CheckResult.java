package io.curlake.provisioning.check;

import io.curlake.model.ExitCode;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.util.List;

/**
 * What a check found.
 *
 * @param source as configured
 * @param subject the export's ARN, or the name of a legacy report
 * @param denied the calls that could not be made
 */
public record CheckResult(String source, String subject, List<Finding> findings, List<Denied> denied) {
    public CheckResult {
        findings = List.copyOf(findings);
        denied = List.copyOf(denied);
    }

    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** A fault outweighs a denied call: it is certain. */
    public ExitCode exitCode() {
        if (count(Level.FAULT) > 0) {
            return ExitCode.DELIVERY_UNREADABLE;
        }
        return denied.isEmpty() ? ExitCode.DONE : ExitCode.PERMISSION_DENIED;
    }
}
