package io.curlake.jobs.gold.scan.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of {@code resource_tags}, {@code cost_category} and {@code tags} of a charge as one text: a JSON array of
 * columns, keys and values by turns. '' is a charge without an entry.
 */
public record Labels(List<Label> entries) {
    /** The columns that labels are in; a label names its column by the place in this list. */
    public static final List<LineItemColumn> COLUMNS =
            List.of(LineItemColumn.RESOURCE_TAGS, LineItemColumn.COST_CATEGORY, LineItemColumn.TAGS);

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /**
     * An entry.
     *
     * @param value '' where there is none
     */
    public record Label(LineItemColumn column, String key, String value) {}

    public Labels {
        entries = List.copyOf(entries);
    }

    /** Of a text that {@link #text} gave. */
    public static Labels of(String text) {
        if (text.isEmpty()) {
            return new Labels(List.of());
        }
        try {
            List<String> texts = JSON.readValue(text, TEXTS);
            List<Label> entries = new ArrayList<>();
            for (int i = 0; i < texts.size(); i += 3) {
                entries.add(new Label(COLUMNS.get(Integer.parseInt(texts.get(i))), texts.get(i + 1), texts.get(i + 2)));
            }
            return new Labels(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + text + "' is no text of labels", e);
        }
    }

    public String text() {
        if (entries.isEmpty()) {
            return "";
        }
        List<String> texts = new ArrayList<>();
        for (Label label : entries) {
            texts.add(String.valueOf(COLUMNS.indexOf(label.column())));
            texts.add(label.key());
            texts.add(label.value());
        }
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a key of a column; '' where there is none. */
    public String value(LineItemColumn column, String key) {
        return entries.stream()
                .filter(label -> label.column() == column && label.key().equals(key))
                .map(Label::value)
                .findFirst()
                .orElse("");
    }
}
