package io.curlake.provisioning.aws;

import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whose credentials these are, as AWS says. */
public record Caller(AccountId account, String arn) {
    private static final String WHAT = "ask AWS whose credentials these are";

    /** Asks AWS; needs no right. */
    public static Caller of(AwsClients clients) {
        try {
            GetCallerIdentityResponse identity = AwsCalls.call(
                    WHAT,
                    new Permission("sts:GetCallerIdentity", "*"),
                    () -> clients.sts().getCallerIdentity());
            return new Caller(new AccountId(identity.account()), identity.arn());
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(WHAT, e);
        }
    }

    /**
     * Refuses credentials of another account than the source's payer: exports are those of the account that calls.
     *
     * @param verb what is tried, to follow "Cannot": "provision"
     */
    public void requirePayer(String verb, SourceConfig source) {
        if (!account.equals(source.payer())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot " + verb + " '" + source.name() + "': these credentials are " + arn + " of account "
                            + account
                            + ", the configured payer is " + source.payer() + ". Use credentials of the payer, or "
                            + "correct 'payer' in the configuration.");
        }
    }
}
