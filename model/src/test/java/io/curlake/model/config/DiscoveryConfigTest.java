package io.curlake.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.AccountId;
import io.curlake.model.Refusal;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryConfigTest {
    private static final String MINIMAL = """
            warehouse: /tmp/w
            sources:
              - {name: acme, payer: "111122223333", export: {name: a, bucket: b, format: cur2-csv}}
            """;

    @Test
    void everythingIsLookedForByDefault() {
        assertThat(parse("").discovery()).isEqualTo(DiscoveryConfig.DEFAULT);
        assertThat(DiscoveryConfig.DEFAULT.types()).containsExactlyInAnyOrder(ResourceType.values());
        assertThat(DiscoveryConfig.DEFAULT.role(new AccountId("000000000042"))).isEmpty();
        assertThat(parse("").findings()).isEqualTo(FindingsConfig.DEFAULT);
    }

    @Test
    void aRoleIsOfEachAccount() {
        DiscoveryConfig discovery = parse("discovery: {role: 'arn:aws:iam::{account}:role/ops/look-{account}', "
                        + "external-id: open-sesame}")
                .discovery();

        assertThat(discovery.role(new AccountId("000000000042")))
                .hasValue("arn:aws:iam::000000000042:role/ops/look-000000000042");
        assertThat(discovery.toString()).contains("***").doesNotContain("open-sesame");
    }

    @Test
    void typesAndRegionsAreLists() {
        DiscoveryConfig discovery = parse(
                        "discovery: {types: [volume, access-key], regions: [us-gov-west-1, eu-west-1], metric-days: 0}")
                .discovery();

        assertThat(discovery.types()).containsExactlyInAnyOrder(ResourceType.VOLUME, ResourceType.ACCESS_KEY);
        assertThat(discovery.regions()).containsExactly("us-gov-west-1", "eu-west-1");
        assertThat(discovery.metricDays()).isZero();
    }

    @Test
    void thresholdsAreGivenOneByOne() {
        FindingsConfig findings = parse("findings: {idle-cpu: 2.5, ports: [22], off: [gp2-volume], stopped-days: 0}")
                .findings();

        assertThat(findings.idleCpu()).isEqualTo(new BigDecimal("2.5"));
        assertThat(findings.ports()).containsExactly(22);
        assertThat(findings.off()).containsExactly("gp2-volume");
        assertThat(findings.stoppedDays()).isZero();
        assertThat(findings.snapshotDays()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "discovery: {role: 'arn:aws:iam::111122223333:role/look'} | key 'discovery.role': "
                        + "'arn:aws:iam::111122223333:role/look' is no role of every account: write for example "
                        + "arn:aws:iam::{account}:role/curlake-discovery",
                "discovery: {role: look} | key 'discovery.role': 'look' is no role of every account: write for example "
                        + "arn:aws:iam::{account}:role/curlake-discovery",
                "discovery: {regions: [Ireland]} | key 'discovery.regions': 'Ireland' is no region: write for example "
                        + "eu-west-1",
                "discovery: {metric-days: 64} | key 'discovery.metric-days': '64' is no whole number from 0 to 63",
                "discovery: {calls-at-once: 0} | key 'discovery.calls-at-once': '0' is no whole number from 1 to 64",
                "discovery: {type: [volume]} | unknown key 'discovery.type'; known here are accounts-at-once, "
                        + "calls-at-once, endpoint, external-id, metric-days, regions, role, types",
                "findings: {ports: [70000]} | key 'findings.ports': '70000' is no whole number from 0 to 65535",
                "findings: {idle-cpu: low} | key 'findings.idle-cpu': 'low' is no amount above zero: write for example "
                        + "1000 or 99.50"
            })
    void whatCannotBeIsRefused(String yaml, String reason) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read configuration curlake.yaml, line 4: " + reason + ".");
    }

    @Test
    void anUnknownTypeIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> parse("discovery: {types: [disk]}"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read configuration curlake.yaml, line 4: key 'discovery.types': 'disk' is none of "
                        + String.join(", ", ResourceType.words()) + ".");
    }

    private static CurlakeConfig parse(String more) {
        return ConfigFile.parse("curlake.yaml", MINIMAL + more + "\n", name -> "");
    }
}
