package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccessDeniedException;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class IdentityTest {
    private static final String ROLE = "arn:aws:iam::444455556666:role/billing/provisioner";

    @TempDir
    Path directory;

    private AwsStandIn aws;
    private StsClient sts;
    private OrganizationsClient organizations;

    @BeforeEach
    void start() {
        aws = AwsStandIn.start(directory);
        sts = new Clients(aws).sts();
        organizations = new Clients(aws).organizations();
    }

    @AfterEach
    void close() {
        sts.close();
        organizations.close();
        aws.close();
    }

    @Test
    void theCallerIsTheAccountThatATestSets() {
        assertThat(sts.getCallerIdentity().account()).isEqualTo("111122223333");

        aws.account("999988887777");

        assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::999988887777:user/sandbox");
    }

    @Test
    void anAssumedRoleCallsForItsOwnAccount() {
        Credentials session = sts.assumeRole(
                        role -> role.roleArn(ROLE).roleSessionName("curlake").durationSeconds(900))
                .credentials();

        assertThat(session.accessKeyId()).startsWith("ASSUMED444455556666");
        try (StsClient assumed = assumed(session).sts()) {
            GetCallerIdentityResponse identity = assumed.getCallerIdentity();

            assertThat(identity.account()).isEqualTo("444455556666");
            assertThat(identity.arn()).isEqualTo("arn:aws:sts::444455556666:assumed-role/provisioner/curlake");
        }
    }

    @Test
    void aRoleAsksForItsExternalId() {
        aws.roles().requireExternalId(ROLE, "right-one");

        assertThatThrownBy(() -> sts.assumeRole(
                        role -> role.roleArn(ROLE).roleSessionName("curlake").externalId("wrong-one")))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("User: arn:aws:iam::111122223333:user/sandbox is not authorized to perform: "
                        + "sts:AssumeRole on resource: " + ROLE);
        assertThat(sts.assumeRole(role ->
                                role.roleArn(ROLE).roleSessionName("curlake").externalId("right-one"))
                        .credentials()
                        .sessionToken())
                .isNotEmpty();
    }

    @Test
    void aClosedRoleIsAssumedByNobody() {
        aws.roles().close(ROLE);

        assertThatThrownBy(() -> sts.assumeRole(role -> role.roleArn(ROLE).roleSessionName("curlake")))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("sts:AssumeRole");
    }

    @Test
    void theOrganizationListsItsAccountsToItsManagementAccount() {
        aws.organization().add("444455556666", "shop").add("777788889999", "old", "SUSPENDED");

        assertThat(organizations
                        .describeOrganization(request -> {})
                        .organization()
                        .masterAccountId())
                .isEqualTo("111122223333");
        assertThat(organizations.listAccounts(request -> {}).accounts()).hasSize(2);
        assertThat(organizations.listAccountsPaginator(request -> {}).stream()
                        .flatMap(page -> page.accounts().stream())
                        .map(account -> account.id() + " " + account.name() + " " + account.statusAsString()))
                .containsExactly(
                        "111122223333 management ACTIVE", "444455556666 shop ACTIVE", "777788889999 old SUSPENDED");
    }

    @Test
    void aMemberMayNotListAccounts() {
        aws.organization().managedBy("444455556666");

        assertThat(organizations
                        .describeOrganization(request -> {})
                        .organization()
                        .masterAccountId())
                .isEqualTo("444455556666");
        assertThatThrownBy(() -> organizations.listAccounts(request -> {})).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withoutAnOrganizationThereIsNothingToDescribe() {
        aws.organization().remove();

        assertThatThrownBy(() -> organizations.describeOrganization(request -> {}))
                .isInstanceOf(AwsOrganizationsNotInUseException.class);
        assertThatThrownBy(() -> organizations.listAccounts(request -> {}))
                .isInstanceOf(AwsOrganizationsNotInUseException.class);
    }

    @Test
    void accountsAreShownWithTheirArns() {
        Account account = organizations.listAccounts(request -> {}).accounts().get(0);

        assertThat(account.arn()).isEqualTo("arn:aws:organizations::111122223333:account/o-sandbox0001/111122223333");
    }

    private Clients assumed(Credentials session) {
        return new Clients(
                aws,
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }
}
