package io.curlake.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.Refusal;
import io.curlake.model.config.AlertsConfig.Topic;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsConfigTest {
    @Test
    void nobodyIsToldByDefault() {
        AlertsConfig alerts = parse("restatement-above: 99.50");

        assertThat(alerts.webhook()).isEmpty();
        assertThat(alerts.secret()).isEmpty();
        assertThat(alerts.unconnectedAbove()).isEmpty();
        assertThat(alerts.restatementAbove()).hasValue(new BigDecimal("99.50"));
        assertThat(alerts.on()).containsExactlyInAnyOrder(Topic.values());
    }

    @Test
    void topicsAreAList() {
        assertThat(parse("on: [failure, new-account]").on())
                .containsExactlyInAnyOrder(Topic.FAILURE, Topic.NEW_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on: []", "on: failure", "on: {failure: true}"})
    void whatIsNoListOfTopicsIsRefused(String yaml) {
        assertRefused(
                yaml,
                "key 'alerts.on': it takes a list: one or more of failure, new-account, unconnected, restatement");
    }

    @Test
    void anUnknownTopicIsRefused() {
        assertRefused(
                "on: [failure, outage]",
                "key 'alerts.on': 'outage' is none of failure, new-account, unconnected, restatement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hooks.example.com/T0",
                "ftp://hooks.example.com/T0",
                "https:///T0",
                "https://me:T0@host/",
                "T0 T0"
            })
    void aWebhookThatIsNoAddressIsRefusedAndNeverPrinted(String address) {
        assertRefused(
                "webhook: \"" + address + "\"",
                "key 'alerts.webhook': the webhook is no address: it begins with https:// or http:// and a host, "
                        + "without a user");
    }

    @Test
    void aSecretThatSignsNothingIsRefused() {
        assertRefused("secret: \"\"", "key 'alerts.secret': an empty secret signs nothing: leave the key out");
    }

    @Test
    void printingIsSafe() {
        assertThat(parse("webhook: https://hooks.example.com/T0").toString())
                .contains("***")
                .doesNotContain("T0");
    }

    private static AlertsConfig parse(String alerts) {
        return ConfigFile.parse("curlake.yaml", """
                warehouse: /data/curlake
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                alerts:
                  %s
                """.formatted(alerts), name -> "")
                .alerts();
    }

    private static void assertRefused(String alerts, String reason) {
        assertThatThrownBy(() -> parse(alerts))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read configuration curlake.yaml, line 7: " + reason + ".");
    }
}
