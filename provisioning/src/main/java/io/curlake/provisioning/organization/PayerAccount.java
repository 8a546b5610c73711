package io.curlake.provisioning.organization;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;

/** Asks AWS Organizations which account pays. */
public final class PayerAccount {
    private static final String WHAT = "ask which account pays for the organization";

    private PayerAccount() {}

    /** Empty for an account that is in no organization and pays for itself. May throw {@link Denied}. */
    public static Optional<AccountId> of(AwsClients clients) {
        try {
            return Optional.of(AwsCalls.call(
                    WHAT,
                    new Permission("organizations:DescribeOrganization", "*"),
                    // AWS still calls it so.
                    () -> new AccountId(clients.organizations()
                            .describeOrganization()
                            .organization()
                            .masterAccountId())));
        } catch (AwsOrganizationsNotInUseException e) {
            return Optional.empty();
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(WHAT, e);
        }
    }
}
