package io.curlake.sandbox.aws.wire;

/**
 * Whose credentials signed a call.
 *
 * @param account twelve digits
 * @param arn of the user, or of the role's session
 * @param region that the call is signed for
 * @param accessKey it is signed with
 */
public record Caller(String account, String arn, String region, String accessKey) {
    /** {@code aws} or {@code aws-cn}, by the ARN. */
    public String partition() {
        return arn.split(":", -1)[1];
    }

    /** What AWS says of a right that is missing. */
    public String notAuthorized(String action, String resource) {
        return "User: " + arn + " is not authorized to perform: " + action + " on resource: " + resource
                + " because no identity-based policy allows the " + action + " action";
    }
}
