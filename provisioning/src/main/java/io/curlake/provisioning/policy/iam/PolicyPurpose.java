package io.curlake.provisioning.policy.iam;

import io.curlake.model.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an identity is for. Each gets a policy of its own: what provisions once does not read every night. */
public enum PolicyPurpose {
    PROVISIONING("provisioning"),
    READING("reading"),
    DISCOVERY("discovery");

    private final String word;

    PolicyPurpose(String word) {
        this.word = word;
    }

    /** By the word of the command line; refuses any other. */
    public static PolicyPurpose of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("Cannot write a policy for '" + word + "': there are policies for "
                        + Arrays.stream(values()).map(PolicyPurpose::toString).collect(Collectors.joining(", "))
                        + "."));
    }

    /** The least that serves this purpose. */
    public IamPolicy policy(PolicyScope scope) {
        return switch (this) {
            case PROVISIONING -> ProvisioningPolicy.of(scope);
            case READING -> ReadingPolicy.of(scope);
            case DISCOVERY -> DiscoveryPolicy.of(scope.partition(), scope.discovery());
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
