package io.curlake.provisioning.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.policy.StatementSpans.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bucket policy as the text that AWS keeps. Statements are added and replaced in the text itself, so that all that is
 * not ours stays as it is, to the byte.
 */
public final class PolicyDocument {
    /** What AWS takes for a bucket policy: 20 KB. */
    public static final int MOST_BYTES = 20_480;

    private static final PolicyDocument EMPTY = parse("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": []\n}");

    /** What AWS takes a document to be that names no version. */
    private static final String OLDEST_VERSION = "2008-10-17";

    private final String json;
    private final StatementSpans spans;
    private final List<Statement> statements;

    private PolicyDocument(String json) {
        this.json = json;
        this.spans = StatementSpans.of(json);
        this.statements =
                spans.spans().stream().map(span -> spans.statement(json, span)).toList();
    }

    /** Reads any policy that AWS keeps; refuses what is no JSON object or has no statements that can be told apart. */
    public static PolicyDocument parse(String json) {
        return new PolicyDocument(json);
    }

    /** The policy of a bucket that has none. */
    public static PolicyDocument empty() {
        return EMPTY;
    }

    public List<Statement> statements() {
        return statements;
    }

    /**
     * This document with our statements: one of the same Sid is replaced where it stands unless it means the same
     * already, the others are appended. Refuses a document that would be too large for AWS.
     */
    public PolicyDocument with(List<Statement> ours) {
        Map<String, Statement> bySid = bySid(ours);
        StringBuilder text = new StringBuilder(json);
        Statement.Layout layout = json.contains("\n") ? Statement.Layout.LINES : Statement.Layout.ONE_LINE;
        List<Statement> missing = missing(ours);
        // From the end to the start: what is in front keeps its place.
        if (!missing.isEmpty()) {
            append(text, missing, layout);
        }
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement present = statements.get(i);
            Statement own = present.sid().map(bySid::get).orElse(present);
            if (!present.meansTheSameAs(own)) {
                Span span = spans.spans().get(i);
                text.replace(span.start(), span.end(), own.text(layout));
            }
        }
        if (!missing.isEmpty() && spans.form() == StatementSpans.Form.SINGLE) {
            text.insert(spans.spans().get(0).start(), "[");
        }
        PolicyDocument merged = parse(text.toString());
        return merged.json.equals(json) ? this : merged.fitting();
    }

    /** Whether AWS would decide the same by both, and name the statements alike. */
    public boolean meansTheSameAs(PolicyDocument other) {
        return version().equals(other.version()) && meanings().equals(other.meanings());
    }

    public String json() {
        return json;
    }

    /** The size that AWS counts. */
    public int bytes() {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return json;
    }

    private static Map<String, Statement> bySid(List<Statement> ours) {
        Map<String, Statement> bySid = new HashMap<>();
        for (Statement own : ours) {
            if (bySid.put(own.sid().orElseThrow(), own) != null) {
                throw new IllegalArgumentException("Two statements of our own have the Sid of " + own.name());
            }
        }
        return bySid;
    }

    private List<Statement> missing(List<Statement> ours) {
        Set<String> present = statements.stream()
                .flatMap(statement -> statement.sid().stream())
                .collect(Collectors.toSet());
        return ours.stream()
                .filter(own -> !present.contains(own.sid().orElseThrow()))
                .toList();
    }

    private void append(StringBuilder text, List<Statement> added, Statement.Layout layout) {
        boolean lines = layout == Statement.Layout.LINES;
        String before = lines ? "\n    " : "";
        String after = lines ? "\n  " : "";
        String joined = added.stream().map(own -> before + own.text(layout)).collect(Collectors.joining(","));
        String key = (lines ? "\n  " : "") + "\"Statement\":" + (lines ? " " : "");
        switch (spans.form()) {
            case LIST -> {
                if (statements.isEmpty()) {
                    text.insert(spans.end(), joined + after);
                } else {
                    text.insert(last().end(), "," + joined);
                }
            }
            case SINGLE -> text.insert(spans.end(), "," + joined + after + "]");
            case ABSENT -> text.insert(spans.end(), "," + key + "[" + joined + after + "]");
            case ABSENT_FROM_EMPTY -> text.insert(spans.end(), key + "[" + joined + after + "]");
        }
    }

    private Span last() {
        return spans.spans().get(spans.spans().size() - 1);
    }

    private PolicyDocument fitting() {
        if (bytes() > MOST_BYTES) {
            throw Refusal.usage(String.format(
                    Locale.ROOT,
                    "Cannot add the statements of the delivery to the bucket policy: it would have %,d bytes, AWS takes "
                            + "%,d. Remove statements that nobody needs any more, or deliver to a bucket of its own.",
                    bytes(),
                    MOST_BYTES));
        }
        return this;
    }

    private String version() {
        return tree().path("Version").asText(OLDEST_VERSION);
    }

    /** The order of statements decides nothing. */
    private List<String> meanings() {
        return statements.stream().map(Statement::meaning).sorted().toList();
    }

    private JsonNode tree() {
        try {
            return PolicyJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read again what was read", e);
        }
    }
}
