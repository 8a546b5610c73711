package io.curlake.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.ExportFormat;
import io.curlake.model.config.CurlakeConfig.Layout;
import io.curlake.model.config.CurlakeConfig.OnRejected;
import io.curlake.model.config.ExportConfig.Delivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShippedConfigTest {
    private static final Path FILE = Path.of("../conf/curlake.yaml");

    @Test
    void theShippedConfigurationIsValid() {
        CurlakeConfig config = ConfigFile.read(FILE, name -> "");

        assertThat(config.warehouse()).isEqualTo("s3a://acme-finops/curlake");
        assertThat(config.source("acme").export().format()).isEqualTo(ExportFormat.CUR2_PARQUET);
        assertThat(config.s3()).isEmpty();
    }

    @Test
    void itsOptionalKeysAreValidAndShowTheDefaults() throws IOException {
        String everyKey = Files.readString(FILE).replaceAll("(?m)^( *)#(?=(- )?[a-z0-9-]+:)", "$1");

        CurlakeConfig config = ConfigFile.parse("curlake.yaml", everyKey, ShippedConfigTest::environment);

        assertThat(config.layout()).isEqualTo(Layout.ADOPT);
        assertThat(config.onRejected()).isEqualTo(OnRejected.REFUSE);
        assertThat(config.retention().deliveries()).isEqualTo(Duration.ofDays(7));
        assertThat(config.watch()).isEqualTo(WatchConfig.ALL);
        assertThat(config.alerts().unconnectedAbove()).hasValue(new BigDecimal("1000"));
        assertThat(config.alerts().restatementAbove()).hasValue(new BigDecimal("100"));
        assertThat(config.alerts().on()).isEqualTo(AlertsConfig.DEFAULT.on());
        assertThat(config.alerts().webhook()).map(Secret::reveal).hasValue("https://hooks.example.com/T0/B0");
        assertThat(config.alerts().secret()).map(Secret::reveal).hasValue("value-of-CURLAKE_WEBHOOK_SECRET");
        assertThat(config.insight().anomalies()).isEqualTo(AnomalyConfig.DEFAULT);
        assertThat(config.insight().budgets()).extracting(BudgetConfig::name).containsExactly("web", "platform");
        assertThat(config.insight().teams()).hasValue("conf/teams.csv");
        assertThat(config.discovery().role()).hasValue("arn:aws:iam::{account}:role/curlake-discovery");
        assertThat(config.discovery().metricDays()).isEqualTo(DiscoveryConfig.DEFAULT.metricDays());
        assertThat(config.discovery().accountsAtOnce()).isEqualTo(DiscoveryConfig.DEFAULT.accountsAtOnce());
        assertThat(config.discovery().callsAtOnce()).isEqualTo(DiscoveryConfig.DEFAULT.callsAtOnce());
        assertThat(config.findings())
                .usingRecursiveComparison()
                .ignoringFields("off")
                .isEqualTo(FindingsConfig.DEFAULT);
        SourceConfig source = config.source("acme");
        assertThat(source.export().delivery()).isEqualTo(Delivery.CREATE_NEW);
        assertThat(source.export().tags()).containsEntry("owner", "finops");
        assertThat(source.role()).isPresent();
        assertThat(source.externalId()).map(Secret::reveal).hasValue("value-of-CURLAKE_EXTERNAL_ID");
        assertThat(source.mirror()).hasValue("/mnt/acme-billing");
        assertThat(config.s3()).hasValueSatisfying(s3 -> {
            assertThat(s3.pathStyle()).isTrue();
            assertThat(s3.secretKey()).map(Secret::reveal).hasValue("value-of-CURLAKE_SECRET_KEY");
        });
    }

    private static String environment(String name) {
        return name.equals("CURLAKE_WEBHOOK") ? "https://hooks.example.com/T0/B0" : "value-of-" + name;
    }
}
