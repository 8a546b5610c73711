package io.curlake.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.ExitCode;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.util.List;
import java.util.Locale;

/** The checks as lines, or as one JSON object. */
final class DoctorReport {
    private DoctorReport() {}

    static ExitCode exitCode(List<Check> checks) {
        return checks.stream().map(Check::exitCode).reduce(ExitCode.DONE, ExitCode::and);
    }

    static String of(List<Check> checks) {
        int widest =
                checks.stream().mapToInt(check -> title(check).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Check check : checks) {
            Finding finding = check.finding();
            text.append(finding.level().mark())
                    .append(' ')
                    .append(title(check))
                    .append(" ".repeat(widest - title(check).length()))
                    .append("  ")
                    .append(finding.meaning())
                    .append(finding.meaning().endsWith(".") ? "" : ".")
                    .append(finding.remedy().map(remedy -> " " + remedy).orElse(""))
                    .append('\n');
        }
        return text.append(count(checks, Level.OK))
                .append(" as they should be, ")
                .append(count(checks, Level.NOTE))
                .append(" to know, ")
                .append(count(checks, Level.FAULT))
                .append(" to mend.")
                .toString();
    }

    static String json(List<Check> checks) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("verb", "doctor")
                .put("exit_code", exitCode(checks).code());
        ArrayNode all = json.putArray("checks");
        for (Check check : checks) {
            Finding finding = check.finding();
            ObjectNode node = all.addObject()
                    .put("of", check.of())
                    .put("check", finding.setting())
                    .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                    .put("meaning", finding.meaning())
                    .put("exit", check.exitCode().code());
            finding.remedy().ifPresent(remedy -> node.put("next", remedy));
        }
        return json.toString();
    }

    private static String title(Check check) {
        return check.of() + ": " + check.finding().setting();
    }

    private static long count(List<Check> checks, Level level) {
        return checks.stream().filter(check -> check.finding().level() == level).count();
    }
}
