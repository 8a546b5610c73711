package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportLocationTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @ParameterizedTest
    @ValueSource(strings = {"exports/team", "/exports/team", "exports/team/", "//exports/team//"})
    void slashesAroundThePrefixDoNotMatter(String prefix) {
        assertThat(new ExportLocation("acme-billing", prefix, "acme-cur2"))
                .hasToString("s3://acme-billing/exports/team/acme-cur2/");
    }

    @Test
    void aPrefixMayBeEmpty() {
        assertThat(new ExportLocation("acme-billing", "", "acme-cur2").root()).isEqualTo("acme-cur2/");
    }

    @ParameterizedTest
    @CsvSource({
        "CUR2_PARQUET, exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/",
        "CUR2_CSV, exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/",
        "LEGACY_CSV, exports/acme-cur2/20261001-20261101/",
        "LEGACY_PARQUET, exports/acme-cur2/20261001-20261101/",
    })
    void eachFormatHasItsManifestFolder(ExportFormat format, String folder) {
        ExportLocation location = new ExportLocation("acme-billing", "exports", "acme-cur2");

        assertThat(location.manifestFolder(OCTOBER, format)).isEqualTo(folder);
        assertThat(folder).startsWith(location.manifestRoot(format));
    }
}
