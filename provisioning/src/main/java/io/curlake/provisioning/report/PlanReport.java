package io.curlake.provisioning.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.PlannedStep;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import java.util.List;
import java.util.Locale;

/** A plan as Terraform prints one, with what would be sent. */
public final class PlanReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanReport() {}

    /** At a glance first, then in full. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder(brief(plan));
        if (plan.isDue()) {
            text.append("\n\nWhat would be sent:\n");
            plan.steps().forEach(step -> step.requests().forEach(request -> append(text, request)));
        }
        return text.toString().stripTrailing();
    }

    /** Without what would be sent. */
    public static String brief(Plan plan) {
        StringBuilder text = new StringBuilder("Plan for '" + plan.source() + "'\n\n");
        for (PlannedStep step : plan.steps()) {
            text.append("  ")
                    .append(step.state().sign())
                    .append(' ')
                    .append(step.title())
                    .append('\n');
            details(step.state())
                    .forEach(line -> text.append("      ").append(line).append('\n'));
        }
        return text.append('\n').append(verdict(plan)).toString();
    }

    public static String json(Plan plan) {
        ObjectNode json = JSON.createObjectNode().put("verb", "export plan").put("source", plan.source());
        json.put("changes", plan.isDue()).put("refused", plan.isRefused());
        ArrayNode steps = json.putArray("steps");
        for (PlannedStep step : plan.steps()) {
            ObjectNode node = steps.addObject().put("title", step.title());
            node.put("state", step.state().getClass().getSimpleName().toLowerCase(Locale.ROOT));
            details(step.state()).forEach(node.putArray("details")::add);
            ArrayNode requests = node.putArray("requests");
            step.requests()
                    .forEach(request -> requests.addObject()
                            .put("operation", request.operation())
                            .set("body", body(request)));
        }
        return json.toString();
    }

    private static void append(StringBuilder text, Step.Request request) {
        text.append("\n  ").append(request.operation()).append('\n');
        request.body().lines().forEach(line -> text.append("    ").append(line).append('\n'));
    }

    private static List<String> details(StepState state) {
        if (state instanceof StepState.Present present) {
            return present.notes();
        }
        if (state instanceof StepState.Different different) {
            return different.differences();
        }
        return state instanceof StepState.Refused refused ? List.of(refused.reason()) : List.of();
    }

    private static String verdict(Plan plan) {
        long create = count(plan, '+');
        long change = count(plan, '~');
        long keep = count(plan, '=');
        long refused = count(plan, '!');
        if (refused > 0) {
            return refused + (refused == 1 ? " step is refused" : " steps are refused")
                    + ": nothing can be applied until " + "that is settled.";
        }
        return plan.isDue()
                ? create + " to create, " + change + " to change, " + keep + " to keep."
                : "Nothing to do: all is as configured.";
    }

    private static long count(Plan plan, char sign) {
        return plan.steps().stream().filter(step -> step.state().sign() == sign).count();
    }

    private static JsonNode body(Step.Request request) {
        try {
            return JSON.readTree(request.body().isEmpty() ? "{}" : request.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + request.body(), e);
        }
    }
}
