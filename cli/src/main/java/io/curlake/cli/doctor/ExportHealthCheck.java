package io.curlake.cli.doctor;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.check.CheckResult;
import io.curlake.provisioning.check.ExportCheck;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.time.Clock;
import java.util.List;

/** What {@code export check} finds wrong, and in one line the rest of it. */
final class ExportHealthCheck {
    private static final String SETTING = "export";

    private ExportHealthCheck() {}

    /** A machine that only loads has no right to look at exports, and needs none: that is to know, not to mend. */
    static List<Check> of(AwsClients clients, SourceConfig source, Clock clock) {
        CheckResult result;
        try {
            result = ExportCheck.run(clients, source, clock);
        } catch (Refusal e) {
            if (e.exitCode() != ExitCode.USAGE) {
                throw e;
            }
            return List.of(Check.of(
                    source.name(),
                    Finding.note(
                            SETTING,
                            "not looked at: the credentials are not the payer's",
                            "Run 'curlake export check' with those that provision.")));
        }
        List<Finding> faults = result.findings().stream()
                .filter(finding -> finding.level() == Level.FAULT)
                .map(fault ->
                        new Finding(Level.FAULT, SETTING, fault.setting() + ": " + fault.meaning(), fault.remedy()))
                .toList();
        return (faults.isEmpty() ? List.of(summary(result)) : faults)
                .stream().map(finding -> Check.of(source.name(), finding)).toList();
    }

    private static Finding summary(CheckResult result) {
        String words = result.subject() + ": " + result.count(Level.OK) + " settings as they should be, "
                + result.count(Level.NOTE) + " to know";
        if (!result.denied().isEmpty()) {
            return Finding.note(
                    SETTING,
                    words + ", " + result.denied().size() + " looks denied",
                    "Run 'curlake export check' with the credentials that provision.");
        }
        return result.count(Level.NOTE) == 0
                ? Finding.ok(SETTING, words)
                : Finding.note(SETTING, words, "'curlake export check' says what.");
    }
}
