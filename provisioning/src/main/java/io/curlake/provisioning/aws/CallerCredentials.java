package io.curlake.provisioning.aws;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.Secret;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The caller's own credentials by AWS's default chain or a profile, or a role that is assumed with them. */
final class CallerCredentials implements AutoCloseable {
    private static final String SESSION = "curlake";

    private final ProvisioningConfig caller;
    private final AwsCredentialsProvider provider;
    private final List<SdkAutoCloseable> opened;

    private CallerCredentials(
            ProvisioningConfig caller, AwsCredentialsProvider provider, List<SdkAutoCloseable> opened) {
        this.caller = caller;
        this.provider = provider;
        this.opened = opened;
    }

    static CallerCredentials of(ProvisioningConfig caller, Connection connection) {
        return caller.profile().isPresent()
                ? with(caller, NamedProfile.of(caller.profile().get()), connection)
                : with(caller, DefaultCredentialsProvider.builder().build(), connection);
    }

    private static <P extends AwsCredentialsProvider & SdkAutoCloseable> CallerCredentials with(
            ProvisioningConfig caller, P own, Connection connection) {
        if (caller.role().isEmpty()) {
            return new CallerCredentials(caller, own, List.of(own));
        }
        String role = caller.role().get();
        StsClient sts = connection
                .configured(StsClient.builder(), connection.homeRegion(), caller, own)
                .build();
        StsAssumeRoleCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> {
                    request.roleArn(role).roleSessionName(SESSION);
                    caller.externalId().map(Secret::reveal).ifPresent(request::externalId);
                })
                .build();
        return new CallerCredentials(caller, () -> credentials(role, assumed), List.of(assumed, sts, own));
    }

    /** A denial here is not one of the call that the credentials are for. */
    private static AwsCredentials credentials(String role, AwsCredentialsProvider assumed) {
        String what = "assume role '" + role + "'";
        Permission permission = new Permission("sts:AssumeRole", role);
        try {
            return AwsCalls.call(what, permission, assumed::resolveCredentials);
        } catch (Denied e) {
            throw new Refusal(
                    ExitCode.PERMISSION_DENIED,
                    "Cannot " + what + ": " + e.said() + ". Check that 'external-id' is the one of the role's trust "
                            + "policy, that this policy names the caller, and that a policy of the caller has: "
                            + permission.statement(),
                    e);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    ProvisioningConfig caller() {
        return caller;
    }

    AwsCredentialsProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        opened.forEach(SdkAutoCloseable::close);
    }
}
