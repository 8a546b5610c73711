package io.curlake.provisioning.aws;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of a profile that somebody named, and no others: the default chain would prefer those of environment
 * variables, and act as somebody else.
 */
final class NamedProfile implements AwsCredentialsProvider, SdkAutoCloseable {
    private final String name;
    private final ProfileCredentialsProvider provider;

    private NamedProfile(String name, ProfileCredentialsProvider provider) {
        this.name = name;
        this.provider = provider;
    }

    /** Refuses a name that no AWS configuration file has. */
    static NamedProfile of(String name) {
        ProfileFile files = ProfileFile.defaultProfileFile();
        if (files.profile(name).isEmpty()) {
            Set<String> names = new TreeSet<>(files.profiles().keySet());
            throw Refusal.usage("Cannot use profile '" + name + "': the AWS configuration files do not have it; they "
                    + (names.isEmpty() ? "have none" : "have " + String.join(", ", names))
                    + ". Name one of them, or point AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE to another file.");
        }
        return new NamedProfile(
                name,
                ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(name)
                        .build());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkClientException | IllegalStateException | IllegalArgumentException e) {
            throw new Refusal(ExitCode.PERMISSION_DENIED, "Cannot use profile '" + name + "': " + reason(e), e);
        }
    }

    private static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        // What follows in the SDK's words is a print of all files.
        return message.contains("contained no credentials")
                ? "it has no credentials. Give it aws_access_key_id and aws_secret_access_key, a role_arn with a "
                        + "source_profile, or a credential_process."
                : message.replaceFirst("\\.$", "") + ". Correct the profile in the AWS configuration files.";
    }

    @Override
    public void close() {
        provider.close();
    }
}
