package io.curlake.provisioning.policy.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.policy.PolicyJson;

/**
 * Who may take a role: one account, user or role, and only with the external id. The id itself is never in it; the shell
 * puts it in where the role is made.
 *
 * @param trusted the ARN of who calls
 */
public record TrustPolicy(String trusted) {
    /** The variable of the shell that holds the external id. */
    public static final String EXTERNAL_ID = "${CURLAKE_EXTERNAL_ID}";

    private static final String IDENTITY = "arn:aws[-a-z]*:iam::\\d{12}:(root|(user|role)/[-\\w+=,.@/]+)";

    public TrustPolicy {
        if (!trusted.matches(IDENTITY)) {
            throw Refusal.usage(
                    "Cannot trust '" + trusted + "': it is no ARN of an account, a user or a role. Give one "
                            + "like arn:aws:iam::111122223333:role/curlake, or arn:aws:iam::111122223333:root for the account.");
        }
    }

    public String json() {
        ObjectNode tree = PolicyJson.nodes().objectNode();
        tree.put("Version", "2012-10-17");
        ObjectNode statement = tree.putArray("Statement").addObject();
        statement.put("Sid", "Curlake").put("Effect", "Allow");
        statement.putObject("Principal").put("AWS", trusted);
        statement.put("Action", "sts:AssumeRole");
        statement.putObject("Condition").putObject("StringEquals").put("sts:ExternalId", EXTERNAL_ID);
        return PolicyJson.pretty(tree);
    }
}
