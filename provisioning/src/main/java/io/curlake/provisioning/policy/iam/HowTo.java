package io.curlake.provisioning.policy.iam;

import io.curlake.model.config.DiscoveryConfig;
import java.util.ArrayList;
import java.util.List;

/** The commands of AWS's own CLI that make an identity with a policy. They are text: nothing here runs them. */
public record HowTo(PolicyPurpose purpose, PolicyScope scope) {
    /** What AWS takes for the name of a user or a role. */
    private static final int LONGEST_NAME = 64;

    /** For the shell: the account of whoever runs the commands. */
    private static final String THIS_ACCOUNT = "$(aws sts get-caller-identity --query Account --output text)";

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
        lines.add("#      role: " + role());
        lines.add("#      external-id: " + TrustPolicy.EXTERNAL_ID);
        return lines;
    }

    private List<String> policy() {
        List<String> lines = new ArrayList<>();
        lines.add(
                isOfEveryAccount()
                        ? "# 1. The policy. Do all of this in each connected account, with credentials of it."
                        : "# 1. The policy, in account " + scope.source().payer() + ".");
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
            case DISCOVERY -> "under 'discovery'";
        };
    }

    private String policyArn() {
        return iam() + "policy/" + name();
    }

    /** As the configuration has it: of discovery for every account, with a place for its id. */
    private String role() {
        String account = isOfEveryAccount()
                ? DiscoveryConfig.ACCOUNT
                : scope.source().payer().value();
        return "arn:" + scope.partition() + ":iam::" + account + ":role/" + name();
    }

    private String iam() {
        String account =
                isOfEveryAccount() ? THIS_ACCOUNT : scope.source().payer().value();
        return "arn:" + scope.partition() + ":iam::" + account + ":";
    }

    private boolean isOfEveryAccount() {
        return purpose == PolicyPurpose.DISCOVERY;
    }

    private String name() {
        String name = "curlake-" + purpose + "-" + scope.source().name();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
