package io.curlake.provisioning.check;

import io.curlake.model.AccountId;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.ExportConfig.ClosedPeriods;
import io.curlake.model.config.ExportConfig.CsvCompression;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.ExportConfig.Granularity;
import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.SourceConfig;
import java.util.Map;
import java.util.Optional;

/** Configurations for tests. */
public final class Configured {
    public static final AccountId PAYER = new AccountId("111122223333");

    private Configured() {}

    /** Hourly, with resource ids, create-new, no split cost. */
    public static ExportConfig export(ExportFormat format) {
        return export(format, Delivery.CREATE_NEW, ClosedPeriods.REFRESHED);
    }

    public static ExportConfig export(ExportFormat format, Delivery delivery, ClosedPeriods closedPeriods) {
        return new ExportConfig(
                format.isLegacy() ? "acme-cur" : "acme-cur2",
                "acme-billing",
                format.isLegacy() ? "reports" : "exports",
                Optional.of("eu-west-1"),
                format,
                delivery,
                Granularity.HOURLY,
                true,
                false,
                CsvCompression.GZIP,
                closedPeriods,
                Map.of());
    }

    public static SourceConfig source(ExportFormat format) {
        return new SourceConfig(
                "acme",
                PAYER,
                export(format),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
