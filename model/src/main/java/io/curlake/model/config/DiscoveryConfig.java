package io.curlake.model.config;

import io.curlake.model.AccountId;
import io.curlake.model.resource.ResourceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the resources behind the cost are looked for.
 *
 * @param role the role of each account, with {@code {account}} for its id; none: only the account of the own credentials
 * @param externalId what the roles ask for
 * @param regions the regions to look at; none: all that are enabled in the account
 * @param types what to look for
 * @param metricDays how many days of metrics are read; 0: none
 * @param accountsAtOnce how many accounts are looked at at the same time by one Spark task
 * @param callsAtOnce how many calls are under way in one account at the same time
 * @param endpoint where AWS's APIs answer, for stand-ins
 */
public record DiscoveryConfig(
        Optional<String> role,
        Optional<Secret> externalId,
        List<String> regions,
        Set<ResourceType> types,
        int metricDays,
        int accountsAtOnce,
        int callsAtOnce,
        Optional<String> endpoint) {
    public static final String ACCOUNT = "{account}";

    public static final DiscoveryConfig DEFAULT = new DiscoveryConfig(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            EnumSet.allOf(ResourceType.class),
            14,
            4,
            8,
            Optional.empty());

    private static final Pattern ROLE =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\{account}|\\d{12}):role/[\\w+=,.@/{}-]{1,500}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-\\d");
    private static final int LONGEST_METRICS = 63;
    private static final int MOST_AT_ONCE = 64;

    public DiscoveryConfig {
        regions = List.copyOf(regions);
        types = Set.copyOf(types);
    }

    /** The role of that account. */
    public Optional<String> role(AccountId account) {
        return role.map(pattern -> pattern.replace(ACCOUNT, account.toString()));
    }

    static DiscoveryConfig parse(YamlMap map) {
        List<ResourceType> types = map.list("types", DiscoveryConfig::type);
        DiscoveryConfig config = new DiscoveryConfig(
                map.optional("role", DiscoveryConfig::role),
                map.text("external-id").map(Secret::new),
                map.list("regions", DiscoveryConfig::region),
                types.isEmpty() ? DEFAULT.types : EnumSet.copyOf(types),
                map.optional("metric-days", text -> Numbers.between(0, LONGEST_METRICS, text))
                        .orElse(DEFAULT.metricDays),
                map.optional("accounts-at-once", text -> Numbers.between(1, MOST_AT_ONCE, text))
                        .orElse(DEFAULT.accountsAtOnce),
                map.optional("calls-at-once", text -> Numbers.between(1, MOST_AT_ONCE, text))
                        .orElse(DEFAULT.callsAtOnce),
                map.text("endpoint"));
        map.refuseTheRest();
        return config;
    }

    private static String role(String text) {
        if (!ROLE.matcher(text).matches() || !text.contains(ACCOUNT)) {
            throw new IllegalArgumentException("'" + text + "' is no role of every account: write for example "
                    + "arn:aws:iam::{account}:role/curlake-discovery");
        }
        return text;
    }

    private static String region(String text) {
        if (!REGION.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no region: write for example eu-west-1");
        }
        return text;
    }

    private static ResourceType type(String text) {
        return ResourceType.named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is none of " + String.join(", ", ResourceType.words())));
    }
}
