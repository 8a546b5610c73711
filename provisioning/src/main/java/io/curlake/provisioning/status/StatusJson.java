package io.curlake.provisioning.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.report.DenialReport;
import java.util.Locale;

/** A status as JSON. */
public final class StatusJson {
    private StatusJson() {}

    public static String of(ExportStatus status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verb", "export status");
        json.put("source", status.subject().source());
        json.put("subject", status.subject().id());
        json.put("exit_code", status.exitCode().code());
        ObjectNode created = json.putObject("created");
        status.created().at().ifPresent(at -> created.put("at", at.toString()));
        created.put("evidence", status.created().evidence().name().toLowerCase(Locale.ROOT));
        json.put("health", status.health().meaning());
        status.lastExecution()
                .ifPresent(execution -> json.putObject("last_execution")
                        .put("id", execution.id())
                        .put("state", execution.code())
                        .put("meaning", ExecutionWords.of(execution)));
        status.firstDeliveryBy().ifPresent(by -> json.put("first_delivery_by", by.toString()));
        ArrayNode periods = json.putArray("periods");
        status.periods().forEach(period -> periods.add(json(period)));
        ArrayNode missing = json.putArray("missing");
        status.missing().forEach(period -> missing.add(period.toString()));
        json.set("denied", DenialReport.json(status.denied()));
        return json.toString();
    }

    private static ObjectNode json(DeliveredPeriod period) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("billing_period", period.period().toString())
                .put("delivered", period.delivered().toString())
                .put("deliveries", period.deliveries())
                .put("delivery", period.deliveryId())
                .put("files", period.files())
                .put("complete", period.isComplete());
        period.problem().ifPresent(problem -> json.put("problem", problem));
        ArrayNode missing = json.putArray("missing_files");
        period.missing().forEach(missing::add);
        return json;
    }
}
