package io.curlake.provisioning.aws;

import io.curlake.model.Refusal;
import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.Secret;
import java.net.URI;
import java.util.Optional;

/** Who calls, where, and what a call ends with. */
final class TestCalls {
    static final String BUCKET = "acme-billing";
    static final ProvisioningConfig DEFAULT_CHAIN =
            new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty());

    private TestCalls() {}

    static ProvisioningConfig profile(String name) {
        return new ProvisioningConfig(Optional.of(name), Optional.empty(), Optional.empty());
    }

    static ProvisioningConfig role(String arn) {
        return new ProvisioningConfig(Optional.empty(), Optional.of(arn), Optional.empty());
    }

    static ProvisioningConfig role(String arn, String externalId) {
        return new ProvisioningConfig(Optional.empty(), Optional.of(arn), Optional.of(new Secret(externalId)));
    }

    static AwsClients at(String endpoint, ProvisioningConfig caller, ProvisioningConfig reader) {
        return new AwsClients(
                new CallSettings(
                        caller,
                        reader,
                        Optional.of(endpoint).filter(url -> !url.isEmpty()).map(URI::create),
                        Optional.empty(),
                        Optional.of("us-east-1")),
                Partition.AWS);
    }

    static AwsClients at(String endpoint, ProvisioningConfig caller) {
        return at(endpoint, caller, caller);
    }

    /** The ARN of the caller, or what a refusal says. */
    static String whoami(String endpoint, ProvisioningConfig caller) {
        try (AwsClients clients = at(endpoint, caller)) {
            return Caller.of(clients).arn();
        } catch (Refusal e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Calls each service once. */
    static void callAll(AwsClients clients) {
        clients.dataExports().listExports(request -> {});
        clients.reports().describeReportDefinitions(request -> {});
        clients.organizations().describeOrganization();
        clients.sts().getCallerIdentity();
        clients.s3("us-east-1").getBucketLocation(request -> request.bucket(BUCKET));
    }
}
