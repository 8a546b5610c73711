package io.curlake.provisioning.policy.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.policy.PolicyJson;
import java.util.List;
import java.util.Optional;

/**
 * Actions that are allowed on resources, and why.
 *
 * @param reason a sentence for the person who is to grant it
 */
public record IamStatement(
        String sid, List<String> actions, List<String> resources, Optional<Condition> condition, String reason) {

    /** A restriction, like StringLike kms:ViaService. */
    public record Condition(String operator, String key, String value) {}

    public IamStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    static IamStatement of(String sid, List<String> actions, List<String> resources, String reason) {
        return new IamStatement(sid, actions, resources, Optional.empty(), reason);
    }

    IamStatement where(Condition restriction) {
        return new IamStatement(sid, actions, resources, Optional.of(restriction), reason);
    }

    ObjectNode tree() {
        ObjectNode tree = PolicyJson.nodes().objectNode();
        tree.put("Sid", sid).put("Effect", "Allow");
        put(tree, "Action", actions);
        put(tree, "Resource", resources);
        condition.ifPresent(restriction -> tree.putObject("Condition")
                .putObject(restriction.operator())
                .put(restriction.key(), restriction.value()));
        return tree;
    }

    private static void put(ObjectNode tree, String name, List<String> values) {
        if (values.size() == 1) {
            tree.put(name, values.get(0));
        } else {
            ArrayNode array = tree.putArray(name);
            values.forEach(array::add);
        }
    }
}
