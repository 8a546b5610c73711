package io.curlake.provisioning.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.report.DenialReport;
import java.util.Locale;

/** A check as JSON. */
public final class CheckJson {
    private CheckJson() {}

    public static String of(CheckResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verb", "export check");
        json.put("source", result.source());
        json.put("subject", result.subject());
        json.put("exit_code", result.exitCode().code());
        ArrayNode findings = json.putArray("findings");
        result.findings().forEach(finding -> findings.add(json(finding)));
        json.set("denied", DenialReport.json(result.denied()));
        return json.toString();
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("setting", finding.setting())
                .put("meaning", finding.meaning());
        finding.remedy().ifPresent(remedy -> json.put("remedy", remedy));
        return json;
    }
}
