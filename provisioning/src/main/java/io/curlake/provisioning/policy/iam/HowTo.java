package io.curlake.provisioning.policy.iam;

import java.util.ArrayList;
import java.util.List;

/** The commands of AWS's own CLI that make an identity with a policy. They are text: nothing here runs them. */
public record HowTo(PolicyPurpose purpose, PolicyScope scope) {
    /** What AWS takes for the name of a user or a role. */
    private static final int LONGEST_NAME = 64;

    /** For a user with an access key. */
    public List<String> user() {
        List<String> lines = policy();
        lines.add("");
        lines.add("# 2. A user of its own, with this policy and no password.");
        lines.add("aws iam create-user --user-name " + name());
        lines.add("aws iam attach-user-policy --user-name " + name() + " --policy-arn " + policyArn());
        lines.add("");
        lines.add("# 3. Its key. AWS shows the secret this once: put it into your secret store, never into a file of");
        lines.add("#    the project. A role needs no key; prefer one where you can.");
        lines.add("aws iam create-access-key --user-name " + name());
        return lines;
    }

    /** For a role that the trusted identity takes with an external id. */
    public List<String> role(TrustPolicy trust) {
        List<String> lines = policy();
        lines.add("");
        lines.add("# 2. Who may take the role. Choose an external id, and set CURLAKE_EXTERNAL_ID to it first.");
        lines.add(": \"${CURLAKE_EXTERNAL_ID:?set it to the external id}\"");
        lines.add("cat > " + name() + "-trust.json <<EOF");
        lines.addAll(trust.json().lines().toList());
        lines.add("EOF");
        lines.add("");
        lines.add("# 3. The role, with this policy.");
        lines.add("aws iam create-role --role-name " + name() + " --assume-role-policy-document file://" + name()
                + "-trust.json");
        lines.add("aws iam attach-role-policy --role-name " + name() + " --policy-arn " + policyArn());
        lines.add("");
        lines.add("# 4. In conf/curlake.yaml, " + configuration() + ":");
        lines.add("#      role: " + iam() + "role/" + name());
        lines.add("#      external-id: " + TrustPolicy.EXTERNAL_ID);
        return lines;
    }

    private List<String> policy() {
        List<String> lines = new ArrayList<>();
        lines.add("# 1. The policy, in account " + scope.source().payer() + ".");
        lines.add("./curlake policy " + purpose + " --source " + scope.source().name()
                + scope.kmsKey().map(key -> " --kms-key " + key).orElse("") + " > " + name() + ".json");
        lines.add("aws iam create-policy --policy-name " + name() + " --policy-document file://" + name() + ".json");
        return lines;
    }

    private String configuration() {
        return switch (purpose) {
            case PROVISIONING ->
                "under 'provisioning' of source '" + scope.source().name() + "'";
            case READING -> "under source '" + scope.source().name() + "'";
            case DISCOVERY -> "for discovery";
        };
    }

    private String policyArn() {
        return iam() + "policy/" + name();
    }

    private String iam() {
        return "arn:" + scope.partition() + ":iam::" + scope.source().payer() + ":";
    }

    private String name() {
        String name = "curlake-" + purpose + "-" + scope.source().name();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
