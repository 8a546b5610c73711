package io.curlake.provisioning.aws;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What a failed call means. Denials become {@link Denied}; what the caller can do something about comes through as the
 * service's own exception; all else is a refusal that names what was tried and what AWS said.
 */
public final class AwsCalls {
    private static final Set<String> DENIALS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "AuthorizationError",
            "AllAccessDisabled",
            "AccountProblem");

    private static final Set<String> CREDENTIALS = Set.of(
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "ExpiredToken",
            "ExpiredTokenException");

    private AwsCalls() {}

    /**
     * Makes a call.
     *
     * @param what is tried, to follow "Cannot"
     * @param permission the right that the call needs
     * @throws Denied where AWS denies it
     * @throws AwsServiceException where AWS refuses it for a reason of its own
     * @throws Refusal where AWS is not reached, or with credentials that are not accepted
     */
    public static <T> T call(String what, Permission permission, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            String code = code(e);
            if (DENIALS.contains(code) || (e.statusCode() == 403 && code.isEmpty())) {
                throw new Denied(what, permission, e);
            }
            if (CREDENTIALS.contains(code)) {
                throw new Refusal(
                        ExitCode.PERMISSION_DENIED,
                        "Cannot " + what + ": AWS does not accept the credentials (" + code + "). Renew them, or name "
                                + "others: environment, --profile, or 'provisioning' of the source.",
                        e);
            }
            throw e;
        } catch (SdkClientException e) {
            throw unreached(what, e);
        }
    }

    /** The refusal of a failure for which there is no better one. */
    public static Refusal refusal(String what, AwsServiceException e) {
        return new Refusal(ExitCode.UNEXPECTED, "Cannot " + what + ": AWS says: " + said(e), e);
    }

    /** AWS's own code of an error, like "ValidationException"; "" where there is none. */
    public static String code(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    /** AWS's own words, without what is of use to AWS only. */
    public static String said(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(details -> Optional.ofNullable(details.errorMessage()).orElse(details.errorCode()) + " ("
                        + details.errorCode() + ")")
                .orElseGet(() -> "HTTP " + e.statusCode());
    }

    private static Refusal unreached(String what, SdkClientException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Unable to load credentials")
                || message.contains("Profile file contained no credentials")) {
            return new Refusal(
                    ExitCode.PERMISSION_DENIED,
                    "Cannot " + what + ": no AWS credentials are found. Set AWS_ACCESS_KEY_ID and "
                            + "AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run where a role is attached.",
                    e);
        }
        return new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot " + what + ": AWS cannot be reached: " + message + ". Check the network, the proxy and the "
                        + "endpoint; in the aws partition Data Exports are at bcm-data-exports.us-east-1.api.aws.",
                e);
    }
}
