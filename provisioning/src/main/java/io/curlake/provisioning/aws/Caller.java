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
            requirePartition(identity.arn(), clients.partition());
            return new Caller(new AccountId(identity.account()), identity.arn());
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(WHAT, e);
        }
    }

    private static void requirePartition(String arn, Partition configured) {
        Partition partition = Partition.ofArn(arn);
        if (partition != configured) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot act as " + arn + ": it is of partition '" + partition
                            + "', and the region of the export of '"
                            + configured + "'. Set 'region' of the export to one of " + partition
                            + ", or use other credentials.");
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
