package io.curlake.jobs.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.record.Redaction;
import io.curlake.model.config.CurlakeConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The events of one run, as they are told: one JSON object, with a text that chat tools show. */
public record Alert(String verb, String warehouse, Instant at, List<Event> events) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Chat tools cut or refuse long texts. */
    private static final int LINES = 20;

    public Alert {
        events = List.copyOf(events);
    }

    public static Alert of(String verb, CurlakeConfig config, Clock clock, List<Event> events) {
        return new Alert(
                verb,
                Redaction.of(config).of(config.warehouse()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                events);
    }

    String body() {
        ObjectNode json = JSON.createObjectNode()
                .put("source", "curlake")
                .put("verb", verb)
                .put("warehouse", warehouse)
                .put("at", at.toString());
        ArrayNode array = json.putArray("events");
        events.forEach(event -> event.describe(array.addObject().put("event", event.name())));
        return json.put("text", text()).toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder("curlake " + verb + ", " + warehouse);
        events.stream()
                .limit(LINES)
                .map(Event::line)
                .forEach(line -> text.append("\n• ").append(oneLine(line)));
        return events.size() > LINES
                ? text.append("\n… and ")
                        .append(events.size() - LINES)
                        .append(" more")
                        .toString()
                : text.toString();
    }

    /** An account may have any name, also one that looks like a line of its own. */
    private static String oneLine(String line) {
        return line.replaceAll("\\p{Cntrl}+", " ");
    }
}
