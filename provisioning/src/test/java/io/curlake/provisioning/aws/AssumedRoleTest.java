package io.curlake.provisioning.aws;

import static io.curlake.provisioning.aws.TestCalls.BUCKET;
import static io.curlake.provisioning.aws.TestCalls.DEFAULT_CHAIN;
import static io.curlake.provisioning.aws.TestCalls.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.ProvisioningConfig;
import io.curlake.provisioning.StandIn;
import io.curlake.sandbox.aws.AwsRequest;
import io.curlake.sandbox.aws.Failure;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssumedRoleTest {
    private static final String ROLE = "arn:aws:iam::444455556666:role/provisioner";
    private static final String DENIED = "Cannot assume role '" + ROLE + "': User: "
            + "arn:aws:iam::111122223333:user/sandbox is not authorized to perform: sts:AssumeRole on resource: " + ROLE
            + " (AccessDenied). Check that 'external-id' is the one of the role's trust policy, that this policy names "
            + "the caller, and that a policy of the caller has: {\"Effect\": \"Allow\", \"Action\": "
            + "\"sts:AssumeRole\", \"Resource\": \"" + ROLE + "\"}";

    @TempDir
    Path directory;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
        standIn.aws().buckets().add(BUCKET, "111122223333", "us-east-1");
        standIn.aws().roles().requireExternalId(ROLE, "acme-7f3a");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void theRightExternalIdOpensTheRole() {
        try (AwsClients clients = as(role(ROLE, "acme-7f3a"))) {
            Caller caller = Caller.of(clients);
            clients.dataExports().listExports(request -> {});

            assertThat(caller.arn()).isEqualTo("arn:aws:sts::444455556666:assumed-role/provisioner/curlake");
            assertThat(standIn.aws().requests("ListExports"))
                    .extracting(AwsRequest::account)
                    .containsExactly("444455556666");
            assertThat(standIn.aws().requests("AssumeRole")).hasSize(1);
        }
    }

    @Test
    void aWrongOrMissingExternalIdIsSaidToBeThat() {
        for (ProvisioningConfig wrong : new ProvisioningConfig[] {role(ROLE, "acme-0000"), role(ROLE)}) {
            try (AwsClients clients = as(wrong)) {
                assertRefused(() -> Caller.of(clients), DENIED);
            }
        }
    }

    @Test
    void aClosedRoleIsNotTakenForARightThatTheCallItselfNeeds() {
        standIn.aws().roles().close(ROLE);

        try (AwsClients clients = as(role(ROLE, "acme-7f3a"))) {
            Permission listing = new Permission("bcm-data-exports:ListExports", "*");

            assertRefused(
                    () -> AwsCalls.call(
                            "list exports", listing, () -> clients.dataExports().listExports(request -> {})),
                    DENIED);
            DeniedCalls denied = new DeniedCalls();
            assertRefused(() -> denied.attempt(() -> Caller.of(clients)), DENIED);
        }
    }

    @Test
    void credentialsThatMayNotBeUsedAreNamedBeforeTheRole() {
        standIn.aws().fail("AssumeRole", Failure.error(403, "ExpiredToken", "The security token has expired"));

        try (AwsClients clients = as(role(ROLE, "acme-7f3a"))) {
            assertRefused(
                    () -> Caller.of(clients),
                    "Cannot assume role '" + ROLE + "': AWS does not accept the credentials (ExpiredToken). Renew "
                            + "them, or name others: environment, --profile, or 'provisioning' of the source.");
        }
    }

    @Test
    void anythingElseThatStsSaysComesThrough() {
        standIn.aws().fail("AssumeRole", Failure.error(403, "RegionDisabledException", "STS is not activated"));

        try (AwsClients clients = as(role(ROLE, "acme-7f3a"))) {
            assertThatThrownBy(() -> Caller.of(clients))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Cannot assume role '" + ROLE
                            + "': AWS says: STS is not activated (RegionDisabledException)");
        }
    }

    @Test
    void theReaderHasARoleOfItsOwn() {
        try (AwsClients clients = TestCalls.at(standIn.aws().endpoint(), DEFAULT_CHAIN, role(ROLE, "acme-7f3a"))) {
            clients.s3("us-east-1").getBucketLocation(request -> request.bucket(BUCKET));
            assertThat(standIn.aws().requests("AssumeRole")).isEmpty();

            assertThatThrownBy(
                            () -> clients.readingS3("us-east-1").getBucketLocation(request -> request.bucket(BUCKET)))
                    .hasMessageStartingWith("Access Denied");
            assertThat(standIn.aws().requests("GetBucketLocation"))
                    .extracting(AwsRequest::account)
                    .containsExactly("111122223333", "444455556666");
        }
    }

    @Test
    void aReaderThatMayNotAssumeItsRoleIsRefusedInTheSameWords() {
        try (AwsClients clients = TestCalls.at(standIn.aws().endpoint(), DEFAULT_CHAIN, role(ROLE, "acme-0000"))) {
            assertRefused(
                    () -> clients.readingS3("us-east-1").listObjectsV2(request -> request.bucket(BUCKET)), DENIED);
        }
    }

    private AwsClients as(ProvisioningConfig caller) {
        return TestCalls.at(standIn.aws().endpoint(), caller);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        });
    }
}
