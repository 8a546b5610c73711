package io.curlake.provisioning.organization;

import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Permission;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;

/** Asks AWS Organizations which accounts there are. */
public final class LinkedAccounts {
    private static final String WHAT = "list the accounts of the organization";

    private LinkedAccounts() {}

    /** All accounts, the payer's among them, by id. */
    public static List<LinkedAccount> of(AwsClients clients) {
        try {
            return AwsCalls.call(
                    WHAT,
                    new Permission("organizations:ListAccounts", "*"),
                    () -> clients.organizations().listAccountsPaginator().stream()
                            .flatMap(page -> page.accounts().stream())
                            .map(LinkedAccounts::account)
                            .sorted(Comparator.comparing(account -> account.id().value()))
                            .toList());
        } catch (AwsOrganizationsNotInUseException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot " + WHAT + ": this account is in none. There are no linked accounts to connect.",
                    e);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(WHAT, e);
        }
    }

    private static LinkedAccount account(Account account) {
        return new LinkedAccount(
                new AccountId(account.id()), account.name() == null ? "" : account.name(), account.statusAsString());
    }
}
