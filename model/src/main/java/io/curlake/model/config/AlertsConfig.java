package io.curlake.model.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a load warns of, and whom it tells. Nobody is told without a webhook.
 *
 * @param webhook the address that is told; a secret, because whoever has it can post there
 * @param secret what the requests are signed with
 * @param on what is worth an alert
 * @param unconnectedAbove the unblended cost of unconnected accounts in a billing period, in the export's currency, that
 *     nobody needs to look at; empty to say nothing
 * @param restatementAbove the same of the unblended cost that a delivery moved on days that were over
 */
public record AlertsConfig(
        Optional<Secret> webhook,
        Optional<Secret> secret,
        Set<Topic> on,
        Optional<BigDecimal> unconnectedAbove,
        Optional<BigDecimal> restatementAbove) {

    /** What an alert can be about. */
    public enum Topic {
        FAILURE,
        NEW_ACCOUNT,
        UNCONNECTED,
        RESTATEMENT
    }

    public static final AlertsConfig DEFAULT = new AlertsConfig(
            Optional.empty(), Optional.empty(), EnumSet.allOf(Topic.class), Optional.empty(), Optional.empty());

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    public AlertsConfig {
        webhook.ifPresent(AlertsConfig::requireAddress);
        on = Set.copyOf(on);
    }

    static AlertsConfig parse(YamlMap map) {
        AlertsConfig alerts = new AlertsConfig(
                map.optional("webhook", text -> requireAddress(new Secret(text))),
                map.optional("secret", AlertsConfig::secret),
                map.someOf(Topic.class, "on").orElse(DEFAULT.on()),
                map.optional("unconnected-above", AlertsConfig::amount),
                map.optional("restatement-above", AlertsConfig::amount));
        map.refuseTheRest();
        return alerts;
    }

    /** Says nothing of the address: the reason stands in messages. */
    private static Secret requireAddress(Secret address) {
        try {
            URI uri = new URI(address.reveal());
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Its message has the address in it.
        }
        throw new IllegalArgumentException(
                "the webhook is no address: it begins with https:// or http:// and a host, " + "without a user");
    }

    private static Secret secret(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty secret signs nothing: leave the key out");
        }
        return new Secret(text);
    }

    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no amount: write for example 1000 or 99.50");
        }
        return new BigDecimal(text);
    }
}
