package io.curlake.provisioning.aws;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

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
            "InvalidToken",
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
        if (message.contains("Unable to load credentials")) {
            return new Refusal(
                    ExitCode.PERMISSION_DENIED,
                    "Cannot " + what + ": no AWS credentials are found" + namedProfile()
                            + ". Set AWS_ACCESS_KEY_ID and "
                            + "AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run where a role is attached.",
                    e);
        }
        String reason = cause(e, UnknownHostException.class)
                .map(unknown -> "unknown host " + unknown.getMessage())
                .orElseGet(() -> message.replaceFirst("^Unable to execute HTTP request: ", "")
                        .replaceFirst(" \\(SDK Attempt Count: \\d+\\)$", ""));
        if (cause(e, CertPathBuilderException.class).isPresent()) {
            return new Refusal(
                    ExitCode.UNEXPECTED,
                    "Cannot " + what + ": the certificate of the endpoint is not trusted: " + reason
                            + ". Set AWS_CA_BUNDLE to the PEM file of the authority that issued it, such as that of an "
                            + "inspecting proxy.",
                    e);
        }
        return new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot " + what + ": AWS cannot be reached: " + reason + ". Check the network, the proxy and the "
                        + "endpoint; in the aws partition Data Exports are at bcm-data-exports.us-east-1.api.aws.",
                e);
    }

    private static String namedProfile() {
        return ProfileFileSystemSetting.AWS_PROFILE
                .getNonDefaultStringValue()
                .map(name -> "; profile '" + name + "' of AWS_PROFILE has none either")
                .orElse("");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
