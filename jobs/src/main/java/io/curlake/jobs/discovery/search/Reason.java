package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.model.resource.Right;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a call failed.
 *
 * @param action what was denied; "" for nothing
 * @param arn on what; "" where AWS did not say
 * @param statement the IAM statement that would allow it; "" where none does
 * @param isOfRegion whether the whole region of the account is closed: not enabled, or forbidden by the organization
 */
record Reason(Status status, String action, String arn, String statement, String message, boolean isOfRegion) {
    private static final Pattern DENIED =
            Pattern.compile("is not authorized to perform: ([a-zA-Z0-9-]+:[A-Za-z]+)(?: on resource: (\\S+))?");
    private static final Set<String> DENIALS =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError", "Forbidden");
    private static final Set<String> NOT_ENABLED = Set.of(
            "AuthFailure",
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "OptInRequired",
            "SubscriptionRequiredException");
    /** Said with 403 too, and nothing that a policy could allow. */
    private static final Set<String> NOT_ACCEPTED = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "InvalidAccessKeyId");

    private static final String BY_ORGANIZATION = "explicit deny in a service control policy";
    private static final String BY_POLICY = "explicit deny";
    private static final String PAST_MESSAGES = "\\s+";

    /**
     * @param rights those that the calls needed: AWS does not always name the one that is missing
     * @param partition of the account, {@code aws}
     */
    static Reason of(Throwable failure, List<Right> rights, String partition) {
        if (failure instanceof AwsServiceException e) {
            return of(e, rights, partition);
        }
        if (failure instanceof LinkageError) {
            return plain(
                    Status.FAILED,
                    "The AWS SDK of this cluster lacks a service (" + failure.getMessage()
                            + "): add the bundle of hadoop-aws, or leave the type out of discovery.types.");
        }
        if (failure instanceof SdkException) {
            return plain(
                    Status.FAILED,
                    "AWS could not be reached: " + oneLine(String.valueOf(failure.getMessage()))
                            + ". Check network and credentials, and run again.");
        }
        return plain(Status.FAILED, "curlake failed: " + failure + ". Run again with --verbose, and report it.");
    }

    private static Reason of(AwsServiceException e, List<Right> rights, String partition) {
        String code = Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        String said = Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse(String.valueOf(e.getMessage()));
        if (NOT_ENABLED.contains(code)) {
            return new Reason(
                    Status.SKIPPED, "", "", "", "The region is not enabled in the account (" + code + ").", true);
        }
        if (NOT_ACCEPTED.contains(code)) {
            return plain(
                    Status.FAILED,
                    "AWS does not accept the credentials (" + code + "): " + oneLine(said)
                            + ". Renew them, and check the clock of the machine.");
        }
        if (DENIALS.contains(code) || e.statusCode() == 403) {
            return denied(said, rights, partition);
        }
        if (e.isThrottlingException()) {
            return plain(
                    Status.THROTTLED,
                    "AWS kept throttling (" + code + "). Lower discovery.calls-at-once, or run at another hour.");
        }
        return plain(
                Status.FAILED,
                "AWS answered " + code + " (HTTP " + e.statusCode() + "): " + oneLine(said) + ". Run again.");
    }

    private static Reason denied(String said, List<Right> rights, String partition) {
        Matcher denied = DENIED.matcher(said);
        boolean isNamed = denied.find();
        String action = isNamed
                ? denied.group(1)
                : rights.isEmpty() ? "" : rights.get(0).action();
        String arn = isNamed && denied.group(2) != null && !denied.group(2).equals("*") ? denied.group(2) : "";
        if (said.contains(BY_ORGANIZATION)) {
            return new Reason(
                    Status.DENIED,
                    action,
                    arn,
                    "",
                    "A service control policy of the organization denies " + action + "; no policy of the account can "
                            + "allow it.",
                    true);
        }
        if (said.contains(BY_POLICY)) {
            return new Reason(
                    Status.DENIED,
                    action,
                    arn,
                    "",
                    "A policy of the account denies " + action + "; a Deny goes before every Allow.",
                    false);
        }
        return new Reason(
                Status.DENIED,
                action,
                arn,
                statement(action, rights, partition),
                "Add the statement to the policy.",
                false);
    }

    /** With what the policy of discovery has, which is wider than the one resource that was denied. */
    private static String statement(String action, List<Right> rights, String partition) {
        String resources = rights.stream()
                .filter(right -> right.action().equals(action) && !right.isOnAnything())
                .findFirst()
                .map(right -> "arn:" + partition + ":" + right.resources().get(0))
                .orElse("*");
        return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resources + "\"}";
    }

    private static Reason plain(Status status, String message) {
        return new Reason(status, "", "", "", message, false);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll(PAST_MESSAGES, " ").replaceAll("\\.$", "");
    }
}
