package io.curlake.jobs.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of numbers that a table beside it states. Drawn by the script from the JSON in its attribute.
 *
 * @param title what it shows, for those who do not see it, too
 */
public record Chart(String title, Shape shape, String currency, List<String> labels, List<Series> series) {

    /** How it is drawn. */
    public enum Shape {
        /** Columns of parts, over time. */
        COLUMNS,
        /** Lines over days. */
        LINES,
        /** Bars side by side, one group for each label. */
        BARS,
        /** Bars of parts. */
        PARTS
    }

    /** What a series stands for; its colour follows from that. */
    public enum Role {
        PART,
        NOW,
        BEFORE,
        OUTLOOK,
        GOOD,
        BAD,
        REST
    }

    /** @param values NULL where there is none; only for drawing, so that cents are enough */
    public record Series(String name, Role role, List<@Nullable BigDecimal> values) {}

    public Chart(String title, Shape shape, String currency, List<String> labels) {
        this(title, shape, currency, labels, List.of());
    }

    public Chart with(String name, Role role, List<@Nullable BigDecimal> values) {
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(name, role, values));
        return new Chart(title, shape, currency, labels, more);
    }

    public Html html() {
        return Html.of(
                "figure",
                Html.of("figcaption", title),
                Html.styled(
                                "div",
                                "canvas " + shape.name().toLowerCase(java.util.Locale.ROOT),
                                Html.of("canvas", Html.of("p", "The table holds these numbers."))
                                        .with("role", "img")
                                        .with("aria-label", title + ". The table holds these numbers."))
                        .with("data-chart", json()));
    }

    /** In an attribute, quotes and angle brackets are escaped like those of any other text. */
    private String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("shape", shape.name()).put("currency", Numbers.currency(currency));
        ArrayNode names = json.putArray("labels");
        labels.forEach(names::add);
        ArrayNode sets = json.putArray("series");
        for (Series one : series) {
            ArrayNode values = sets.addObject()
                    .put("name", one.name)
                    .put("role", one.role.name())
                    .putArray("values");
            for (BigDecimal value : one.values) {
                if (value == null) {
                    values.addNull();
                } else {
                    values.add(value.setScale(2, RoundingMode.HALF_UP));
                }
            }
        }
        return json.toString();
    }
}
