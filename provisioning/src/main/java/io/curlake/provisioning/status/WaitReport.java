package io.curlake.provisioning.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.status.DeliveryWait.Outcome;

/** The words of a wait. */
public final class WaitReport {
    private WaitReport() {}

    public static String of(String source, Outcome outcome) {
        String waited = " after " + outcome.waited().toSeconds() + " s";
        if (outcome.isComplete()) {
            return source + ": the delivery of "
                    + outcome.newest().orElseThrow().period() + " is complete" + waited + ".";
        }
        return outcome.newest()
                .map(torn -> source + ": the delivery of " + torn.period() + " is not complete" + waited
                        + torn.problem().map(problem -> ", " + problem).orElse("") + ".")
                .orElse(source + ": nothing delivered" + waited + ". A new export delivers within 24 hours; run "
                        + "'curlake export status'.");
    }

    public static String json(String source, Outcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verb", "export wait");
        json.put("source", source);
        json.put("exit_code", outcome.exitCode().code());
        json.put("complete", outcome.isComplete());
        json.put("seconds", outcome.waited().toSeconds());
        outcome.newest()
                .ifPresent(newest ->
                        json.put("billing_period", newest.period().toString()).put("delivery", newest.deliveryId()));
        return json.toString();
    }
}
