package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.AccountSearch;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.search.Access.Settings;
import io.curlake.model.AccountId;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.config.S3Config;
import io.curlake.model.config.Secret;
import io.curlake.model.resource.ResourceType;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Looks at accounts of AWS: at the account of the own credentials with these, at others with a role of theirs. What is sent to
 * executors holds no secret unless the configuration does: credentials are theirs.
 */
public final class AwsSearch implements AccountSearch {
    private final Sent sent;
    private final Clock clock;
    private final boolean waits;

    private AwsSearch(CurlakeConfig config, Clock clock, boolean waits) {
        this.sent = Sent.of(config);
        this.clock = clock;
        this.waits = waits;
    }

    /** The configuration as it travels: what may be absent is null, because Optional does not travel. */
    private record Sent(
            @Nullable String role,
            @Nullable String externalId,
            List<String> regions,
            Set<ResourceType> types,
            int metricDays,
            int callsAtOnce,
            @Nullable String endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey)
            implements Serializable {
        static Sent of(CurlakeConfig all) {
            DiscoveryConfig config = all.discovery();
            // A stand-in takes the keys of the store that it stands in front of.
            Optional<S3Config> store = all.s3().filter(s3 -> config.endpoint().isPresent());
            return new Sent(
                    config.role().orElse(null),
                    config.externalId().map(Secret::reveal).orElse(null),
                    config.regions(),
                    config.types(),
                    config.metricDays(),
                    config.callsAtOnce(),
                    config.endpoint().orElse(null),
                    store.flatMap(S3Config::accessKey).orElse(null),
                    store.flatMap(S3Config::secretKey).map(Secret::reveal).orElse(null));
        }

        DiscoveryConfig config() {
            return new DiscoveryConfig(
                    Optional.ofNullable(role),
                    Optional.ofNullable(externalId).map(Secret::new),
                    regions,
                    types,
                    metricDays,
                    1,
                    callsAtOnce,
                    Optional.ofNullable(endpoint));
        }

        AwsCredentialsProvider credentials() {
            return accessKey == null || secretKey == null
                    ? DefaultCredentialsProvider.builder().build()
                    : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
        }

        @Override
        public String toString() {
            return "the configuration of discovery";
        }
    }

    /** @param clock until when metrics are asked for */
    public static AwsSearch of(CurlakeConfig config, Clock clock) {
        return new AwsSearch(config, clock, true);
    }

    /** The same that repeats calls at once, for tests. */
    static AwsSearch hasty(CurlakeConfig config, Clock clock) {
        return new AwsSearch(config, clock, false);
    }

    @Override
    public void search(AccountId account, Consumer<Resource> resources, Consumer<Outcome> outcomes) {
        Instant began = Instant.now();
        DiscoveryConfig config = sent.config();
        Settings settings = new Settings(config.endpoint().map(URI::create), config.callsAtOnce(), waits);
        try (Access own = Access.of(partition(config), sent.credentials(), settings)) {
            Optional<Access> access = access(config, account, own, began, outcomes);
            access.ifPresent(
                    entered -> new AccountRun(account.value(), entered, config, clock, resources, outcomes).run());
        }
    }

    /** The partition of the roles; without one that of the regions. */
    private static String partition(DiscoveryConfig config) {
        return config.role()
                .map(role -> role.split(":", -1)[1])
                .orElseGet(() ->
                        config.regions().stream().anyMatch(region -> region.startsWith("cn-")) ? "aws-cn" : "aws");
    }

    private static Optional<Access> access(
            DiscoveryConfig config, AccountId account, Access own, Instant began, Consumer<Outcome> outcomes) {
        String caller;
        try (StsClient sts = own.client(StsClient.builder(), own.home())) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();
            caller = identity.account();
        } catch (SdkException e) {
            Reason reason = Reason.of(e, List.of(), own.partition());
            // Who cannot even say who they are: no region is closed to them.
            String why = reason.isOfRegion()
                    ? "AWS does not know them. Check them with 'aws sts get-caller-identity'."
                    : reason.message();
            outcomes.accept(
                    ofAccount(account, began, Status.FAILED, "", "", "The own credentials cannot be used. " + why));
            return Optional.empty();
        }
        if (caller.equals(account.value())) {
            return Optional.of(own);
        }
        Optional<String> role = config.role(account);
        if (role.isEmpty()) {
            outcomes.accept(ofAccount(
                    account,
                    began,
                    Status.SKIPPED,
                    "",
                    "",
                    "The own credentials are of account " + caller
                            + ". Set discovery.role to look at other accounts, or take this one's credentials."));
            return Optional.empty();
        }
        return entered(account, own.assuming(role.get(), config.externalId()), role.get(), began, outcomes);
    }

    private static Optional<Access> entered(
            AccountId account, Access entered, String role, Instant began, Consumer<Outcome> outcomes) {
        try {
            entered.requireCredentials();
            return Optional.of(entered);
        } catch (SdkException e) {
            Reason reason = Reason.of(e, List.of(), entered.partition());
            boolean isDenied = reason.status() == Status.DENIED;
            outcomes.accept(ofAccount(
                    account,
                    began,
                    reason.status(),
                    isDenied ? "sts:AssumeRole" : "",
                    isDenied ? role : "",
                    isDenied
                            ? "The role cannot be assumed: it must exist, trust the caller and ask for the external id of "
                                    + "discovery.external-id, and the caller needs the statement. "
                                    + "'curlake policy discovery --how-to role' prints the commands that make it."
                            : reason.message()));
            return Optional.empty();
        }
    }

    private static Outcome ofAccount(
            AccountId account, Instant began, Status status, String action, String arn, String message) {
        return new Outcome(
                account.value(),
                Resource.GLOBAL,
                Outcome.ACCOUNT,
                status,
                0,
                began,
                Instant.now().toEpochMilli() - began.toEpochMilli(),
                action,
                arn,
                action.isEmpty()
                        ? ""
                        : "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + arn + "\"}",
                message);
    }
}
