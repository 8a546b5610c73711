package io.curlake.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig.Layout;
import io.curlake.model.config.CurlakeConfig.OnRejected;
import io.curlake.model.config.ExportConfig.ClosedPeriods;
import io.curlake.model.config.ExportConfig.CsvCompression;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.ExportConfig.Granularity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    private static final String MINIMAL = """
            warehouse: /data/curlake
            sources:
              - name: acme
                payer: 000022223333
                export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
            """;
    private static final Map<String, String> ENVIRONMENT = Map.of("HOST", "minio:9000", "KEY", "open-sesame");

    @TempDir
    Path folder;

    @Test
    void whatIsNotSaidHasADefault() {
        CurlakeConfig config = parse(MINIMAL);
        ExportConfig export = config.source("acme").export();

        assertThat(config.layout()).isEqualTo(Layout.ADOPT);
        assertThat(config.onRejected()).isEqualTo(OnRejected.REFUSE);
        assertThat(config.retention().deliveries()).isEqualTo(Duration.ofDays(7));
        assertThat(config.alerts()).isEqualTo(AlertsConfig.DEFAULT);
        assertThat(config.alerts().unconnectedAbove()).isEmpty();
        assertThat(config.s3()).isEmpty();
        assertThat(config.source("acme").role()).isEmpty();
        assertThat(config.source("acme").externalId()).isEmpty();
        assertThat(config.source("acme").mirror()).isEmpty();
        assertThat(export)
                .isEqualTo(new ExportConfig(
                        "acme-cur2",
                        "acme-billing",
                        "",
                        java.util.Optional.empty(),
                        ExportFormat.CUR2_PARQUET,
                        Delivery.CREATE_NEW,
                        Granularity.HOURLY,
                        true,
                        false,
                        CsvCompression.GZIP,
                        ClosedPeriods.REFRESHED,
                        Map.of()));
        assertThat(config.source("acme").provisioning()).isEqualTo(ProvisioningConfig.DEFAULT);
    }

    @Test
    void anUnquotedPayerKeepsItsLeadingZeros() {
        assertThat(parse(MINIMAL).source("acme").payer()).hasToString("000022223333");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://acme-finops/curlake/, s3a://acme-finops/curlake",
        "s3a://acme-finops, s3a://acme-finops",
        "/data/curlake//, /data/curlake",
        "/, /",
    })
    void theWarehouseIsWrittenInOneWay(String written, String warehouse) {
        assertThat(parse(MINIMAL.replace("/data/curlake", written)).warehouse()).isEqualTo(warehouse);
    }

    @Test
    void aVariableOfTheEnvironmentIsPutIn() {
        CurlakeConfig config =
                parse(MINIMAL + "s3: {endpoint: 'http://${HOST}', access-key: me, secret-key: '${KEY}'}\n");

        assertThat(config.s3()).hasValueSatisfying(s3 -> {
            assertThat(s3.endpoint()).hasValue("http://minio:9000");
            assertThat(s3.secretKey()).map(Secret::reveal).hasValue("open-sesame");
        });
    }

    @Test
    void aVariableThatIsNotSetIsRefused() {
        assertRefused(MINIMAL + "s3: {endpoint: '${NO_SUCH}'}\n", 6, "environment variable NO_SUCH is not set");
    }

    @Test
    void secretsAreNeverPrinted() {
        CurlakeConfig config = parse(MINIMAL.replace("payer:", "external-id: ${KEY}\n    payer:")
                + "s3: {access-key: me, secret-key: '${KEY}'}\n");

        assertThat(config.source("acme").externalId()).map(Secret::reveal).hasValue("open-sesame");
        assertThat(config.toString()).contains("***").doesNotContain("open-sesame");
    }

    @Test
    void anUnknownKeyIsRefusedWithThoseThereAre() {
        assertRefused(
                MINIMAL + "\nretenion:\n  deliveries: 7d\n",
                7,
                "unknown key 'retenion'; known here are alerts, anomalies, budgets, discovery, "
                        + "findings, layout, on-rejected, retention, s3, showback, sources, warehouse, "
                        + "watch");
        assertRefused(MINIMAL.replace("format:", "formt:"), 5, "key 'sources[0].export.format' is missing");
        assertRefused(
                MINIMAL.replace("bucket:", "colour: red, bucket:"),
                5,
                "unknown key 'sources[0].export.colour'; known here are bucket, compression, delivery, format, "
                        + "granularity, name, prefix, refresh-closed, region, resource-ids, split-cost, tags");
        assertRefused(
                MINIMAL.replace("payer:", "account: 1\n    payer:"),
                4,
                "unknown key 'sources[0].account'; known here are export, external-id, mirror, name, payer, provisioning, "
                        + "role");
    }

    @Test
    void aMissingKeyIsRefusedWithTheLineItBelongsTo() {
        assertRefused("sources: []\n", 1, "key 'warehouse' is missing");
        assertRefused("warehouse: /data\n", 1, "key 'sources' must be a list");
        assertRefused("warehouse: /data\nsources:\n  - name: acme\n", 3, "key 'sources[0].payer' is missing");
        assertRefused(
                "warehouse: /data\nsources:\n  - name: acme\n    payer: 111122223333\n",
                3,
                "key 'sources[0].export' is missing");
    }

    @Test
    void aKeyWithoutAValueIsRefused() {
        assertRefused(MINIMAL.replace(" /data/curlake", ""), 1, "key 'warehouse' has no value");
        assertRefused(MINIMAL.replace(" /data/curlake", " ''"), 1, "key 'warehouse' has no value");
        assertRefused(MINIMAL.replace("payer:", "mirror:\n    payer:"), 4, "key 'sources[0].mirror' has no value");
        assertRefused(MINIMAL + "layout: null\n", 6, "key 'layout' has no value");
    }

    @Test
    void aConfigurationWithoutASourceIsRefused() {
        assertRefused("warehouse: /data\nsources: []\n", 2, "key 'sources': no source is named");
    }

    @Test
    void aValueThatIsNoneOfTheChoicesIsRefusedWithTheChoices() {
        assertRefused(
                MINIMAL + "on-rejected: ignore\n", 6, "key 'on-rejected': 'ignore' is none of refuse, quarantine");
        assertRefused(MINIMAL + "layout: Adopt\n", 6, "key 'layout': 'Adopt' is none of adopt, rewrite");
        assertRefused(
                MINIMAL.replace("cur2-parquet", "parquet"),
                5,
                "key 'sources[0].export.format': 'parquet' is none of cur2-parquet, cur2-csv, legacy-csv, legacy-parquet");
        assertRefused(MINIMAL + "s3: {path-style: yes}\n", 6, "key 's3.path-style': 'yes' is neither true nor false");
        assertRefused(
                MINIMAL + "retention: {deliveries: 1w}\n",
                6,
                "key 'retention.deliveries': '1w' is no number of days: write for example 7d");
        assertRefused(
                MINIMAL + "alerts: {unconnected-above: \"1,000 USD\"}\n",
                6,
                "key 'alerts.unconnected-above': '1,000 USD' is no amount: write for example 1000 or 99.50");
        assertRefused(
                MINIMAL + "alerts: {unconnected-above: -1}\n",
                6,
                "key 'alerts.unconnected-above': '-1' is no amount: write for example 1000 or 99.50");
        assertRefused(
                MINIMAL + "alerts: {above: 1}\n",
                6,
                "unknown key 'alerts.above'; known here are on, restatement-above, secret, unconnected-above, webhook");
    }

    @Test
    void aValueThatIsNoIdOrNameIsRefused() {
        assertRefused(
                MINIMAL.replace("000022223333", "22223333"),
                4,
                "key 'sources[0].payer': '22223333' is no account id: an account id has 12 digits, this has 8 (did a "
                        + "spreadsheet drop leading zeros? then it is '000022223333')");
        assertRefused(
                MINIMAL.replace("name: acme\n", "name: Acme Inc\n"),
                3,
                "key 'sources[0].name': 'Acme Inc' is no source name: use lower-case letters, digits, '-' and '_'");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertRefused(MINIMAL + "warehouse: /other\n", 6, "key 'warehouse' stands twice");
        assertRefused(MINIMAL.replace("payer:", "name: other\n    payer:"), 4, "key 'sources[0].name' stands twice");
    }

    @Test
    void aSourceThatStandsTwiceIsRefused() {
        String source = MINIMAL.substring(MINIMAL.indexOf("  - name"));

        assertRefused(MINIMAL + source, 6, "key 'sources[1].name': source 'acme' stands twice");
    }

    @Test
    void theKeysOfAStoreGoTogether() {
        String reason = "key 's3.access-key': access-key and secret-key go together";

        assertRefused(MINIMAL + "s3:\n  endpoint: http://a\n  access-key: me\n", 8, reason);
        assertRefused(MINIMAL + "s3:\n  secret-key: '${KEY}'\n", 7, reason);
    }

    @Test
    void aValueOfTheWrongShapeIsRefused() {
        assertRefused(MINIMAL.replace("/data/curlake", "[a, b]"), 1, "key 'warehouse' takes one value");
        assertRefused(MINIMAL + "s3: minio\n", 6, "key 's3' takes keys of its own");
        assertRefused("warehouse: /data\nsources: [acme]\n", 2, "each item of 'sources' takes keys of its own");
        assertRefused("[]\n", 1, "the file holds no keys");
        assertRefused("", 1, "the file is empty");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> parse(MINIMAL + "s3: {\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot read configuration curlake.yaml, line 7: this is no YAML: ");
    }

    @Test
    void aFileThatIsNotThereIsRefusedWithWhatToDo() {
        Path file = folder.resolve("curlake.yaml");

        assertThatThrownBy(() -> ConfigFile.read(file, name -> ""))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot read configuration " + file + ": there is no such file. Copy conf/curlake.yaml of "
                        + "the project and edit it, or name another with --config.");
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() {
        assertThatThrownBy(() -> ConfigFile.read(folder, name -> ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read configuration " + folder + ": Is a directory.");
    }

    @Test
    void anUnknownSourceIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> parse(MINIMAL).source("acne"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot find source 'acne': the configuration has 'acme'.");
    }

    private static CurlakeConfig parse(String yaml) {
        return ConfigFile.parse("curlake.yaml", yaml, name -> ENVIRONMENT.getOrDefault(name, ""));
    }

    private static void assertRefused(String yaml, int line, String reason) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot read configuration curlake.yaml, line " + line + ": " + reason + ".");
    }
}
