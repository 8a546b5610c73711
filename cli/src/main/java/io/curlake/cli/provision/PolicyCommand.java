package io.curlake.cli.provision;

import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.policy.iam.HowTo;
import io.curlake.provisioning.policy.iam.IamPolicy;
import io.curlake.provisioning.policy.iam.PageComparison;
import io.curlake.provisioning.policy.iam.PolicyPurpose;
import io.curlake.provisioning.policy.iam.PolicyScope;
import io.curlake.provisioning.policy.iam.TrustPolicy;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the least IAM policies. Calls nobody. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = {
            "Print the least IAM policy for a purpose: JSON on stdout, the reason for each statement on stderr.",
            "provisioning creates and checks the export, reading loads it, discovery finds resources."
        })
public final class PolicyCommand implements Callable<Integer> {
    /** Who gets the policy. */
    enum Identity {
        USER,
        ROLE
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Parameters(paramLabel = "provisioning|reading|discovery", arity = "1", description = "What the policy is for.")
    private String purpose = "";

    @Option(
            names = "--kms-key",
            paramLabel = "ARN",
            description = "The key that encrypts the bucket, if it is your own.")
    private String kmsKey = "";

    @Option(names = "--explain", description = "Compare with the policies that are usually recommended.")
    private boolean explain;

    @Option(
            names = "--how-to",
            paramLabel = "user|role",
            arity = "1",
            description = "Print the commands that make a user or a role with this policy.")
    private Identity[] howTo = {};

    @Option(
            names = "--trust",
            paramLabel = "ARN",
            description = "With --how-to role: who may take the role. Alone: print the role's trust policy.")
    private String trust = "";

    @Override
    public Integer call() {
        SourceConfig source = options.source();
        PolicyScope scope = new PolicyScope(
                source,
                ProvisioningOptions.partition(source),
                Optional.of(kmsKey).filter(key -> !key.isEmpty()),
                options.config().discovery());
        PolicyPurpose of = PolicyPurpose.of(purpose);
        if (howTo.length > 0) {
            return print(commands(of, scope, howTo[howTo.length - 1]));
        }
        if (explain) {
            return print(PageComparison.of(of, scope));
        }
        if (!trust.isEmpty()) {
            return print(List.of(new TrustPolicy(trust).json()));
        }
        IamPolicy policy = of.policy(scope);
        PrintWriter err = spec.commandLine().getErr();
        policy.reasons().forEach(err::println);
        return print(List.of(policy.json()));
    }

    private List<String> commands(PolicyPurpose of, PolicyScope scope, Identity identity) {
        HowTo commands = new HowTo(of, scope);
        return switch (identity) {
            case USER -> commands.user();
            case ROLE -> {
                if (trust.isEmpty()) {
                    throw Refusal.usage("Cannot say how to make a role: it is not known who may take it. Add --trust "
                            + "ARN of an account, a user or a role.");
                }
                yield commands.role(new TrustPolicy(trust));
            }
        };
    }

    private int print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
