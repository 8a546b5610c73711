package io.curlake.provisioning.policy.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.policy.PolicyJson;
import java.util.List;

/** A policy for an IAM user or role, in an order that does not change. */
public record IamPolicy(List<IamStatement> statements) {
    /** What AWS takes for a managed policy, in characters without whitespace. */
    public static final int MOST_CHARACTERS = 6_144;

    public IamPolicy {
        statements = List.copyOf(statements);
    }

    /** What is given to AWS. */
    public String json() {
        return PolicyJson.pretty(tree());
    }

    /** The size that AWS counts. */
    public int characters() {
        return PolicyJson.compact(tree()).length();
    }

    /** Why each statement is there, by its Sid. */
    public List<String> reasons() {
        return statements.stream()
                .map(statement -> statement.sid() + ": " + statement.reason())
                .toList();
    }

    /** Every action that is allowed on something. */
    public List<String> actions() {
        return statements.stream()
                .flatMap(statement -> statement.actions().stream())
                .distinct()
                .toList();
    }

    private ObjectNode tree() {
        ObjectNode tree = PolicyJson.nodes().objectNode();
        tree.put("Version", "2012-10-17");
        ArrayNode array = tree.putArray("Statement");
        statements.forEach(statement -> array.add(statement.tree()));
        return tree;
    }
}
