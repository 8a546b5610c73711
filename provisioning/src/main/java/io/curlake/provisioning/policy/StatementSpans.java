package io.curlake.provisioning.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the text of a policy its statements stand.
 *
 * @param form of what Statement is
 * @param spans of the statements, in their order
 * @param end where one more is inserted: at the closing bracket of the list, or at the closing brace of the document
 */
record StatementSpans(Form form, List<Span> spans, int end) {
    /** Half-open, in characters. */
    record Span(int start, int end) {}

    /** The ways in which a document holds statements. */
    enum Form {
        LIST,
        SINGLE,
        ABSENT_FROM_EMPTY,
        ABSENT
    }

    static StatementSpans of(String json) {
        try (JsonParser parser = PolicyJson.MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("it is no JSON object", null);
            }
            StatementSpans found = document(parser);
            if (parser.nextToken() != null) {
                throw unreadable("there is more text behind its end", null);
            }
            return found;
        } catch (JsonProcessingException e) {
            throw unreadable(
                    "it is no JSON, at line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable("it is no JSON: " + e.getMessage(), e);
        }
    }

    Statement statement(String json, Span span) {
        String text = json.substring(span.start(), span.end());
        try {
            return new Statement(text, (ObjectNode) PolicyJson.MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw unreadable("it is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static StatementSpans document(JsonParser parser) throws IOException {
        StatementSpans found = new StatementSpans(Form.ABSENT_FROM_EMPTY, List.of(), 0);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("Statement")) {
                found = statements(parser, value);
            } else {
                parser.skipChildren();
                found = found.form == Form.ABSENT_FROM_EMPTY ? new StatementSpans(Form.ABSENT, List.of(), 0) : found;
            }
        }
        return switch (found.form) {
            case ABSENT, ABSENT_FROM_EMPTY -> new StatementSpans(found.form, List.of(), at(parser));
            case LIST, SINGLE -> found;
        };
    }

    private static StatementSpans statements(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            Span single = object(parser);
            return new StatementSpans(Form.SINGLE, List.of(single), single.end());
        }
        if (value != JsonToken.START_ARRAY) {
            throw unreadable("its Statement is neither a list nor an object", null);
        }
        List<Span> spans = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw unreadable("its statement " + (spans.size() + 1) + " is no object", null);
            }
            spans.add(object(parser));
        }
        return new StatementSpans(Form.LIST, List.copyOf(spans), at(parser));
    }

    private static Span object(JsonParser parser) throws IOException {
        int start = at(parser);
        parser.skipChildren();
        return new Span(start, at(parser) + 1);
    }

    private static int at(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }

    private static Refusal unreadable(String reason, @Nullable Throwable cause) {
        String message = "Cannot read the policy: " + reason + ". Look at it in the S3 console, or with 'aws s3api "
                + "get-bucket-policy', and correct it there.";
        return cause == null
                ? new Refusal(ExitCode.UNEXPECTED, message)
                : new Refusal(ExitCode.UNEXPECTED, message, cause);
    }
}
