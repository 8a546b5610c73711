package io.curlake.provisioning.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One statement of a policy: its exact text, and what the text says. */
public final class Statement {
    private final String text;
    private final ObjectNode tree;

    Statement(String text, ObjectNode tree) {
        this.text = text;
        this.tree = tree;
    }

    /** A statement of our own. */
    public static Statement of(ObjectNode tree) {
        return new Statement(PolicyJson.pretty(tree), tree.deepCopy());
    }

    /** Its name; absent where it has none or an empty one. */
    public Optional<String> sid() {
        return Optional.of(tree.path("Sid").asText("")).filter(sid -> !sid.isEmpty());
    }

    /** "statement 'AllowAudit'" or "a statement without a Sid". */
    public String name() {
        return sid().map(sid -> "statement '" + sid + "'").orElse("a statement without a Sid");
    }

    /** One element, like "Principal"; a missing node where there is none. */
    public JsonNode element(String name) {
        return tree.path(name);
    }

    public boolean isDeny() {
        return tree.path("Effect").asText().equalsIgnoreCase("Deny");
    }

    /** Whether both say the same under the same name, however they are written. */
    public boolean meansTheSameAs(Statement other) {
        return meaning().equals(other.meaning());
    }

    /** As it stands in its document. */
    public String text() {
        return text;
    }

    String meaning() {
        return PolicyMeaning.of(tree);
    }

    /** For a document in which lines are broken, or in which none is. */
    String text(Layout layout) {
        return switch (layout) {
            case LINES -> PolicyJson.pretty(tree).replace("\n", "\n    ");
            case ONE_LINE -> PolicyJson.compact(tree);
        };
    }

    @Override
    public String toString() {
        return text;
    }

    /** How the document around it is written. */
    enum Layout {
        LINES,
        ONE_LINE
    }
}
