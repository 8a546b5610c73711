package io.curlake.provisioning.policy.deny;

import io.curlake.provisioning.policy.Statement;

/** What a Deny statement does to the delivery, and why. */
public sealed interface DenyVerdict {
    Statement statement();

    /** To follow the name of the statement. */
    String reason();

    /** The delivery is none of its business. */
    record Passes(Statement statement, String reason) implements DenyVerdict {}

    /** It keeps the delivery out. */
    record Blocks(Statement statement, String reason) implements DenyVerdict {}

    /** It may, depending on what only AWS knows. */
    record Undecided(Statement statement, String reason) implements DenyVerdict {}
}
