package io.curlake.provisioning.check.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig.ClosedPeriods;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.provisioning.catalog.ExistingReport.ReportHealth;
import io.curlake.provisioning.catalog.Exports;
import io.curlake.provisioning.check.Configured;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingFindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-03T00:00:00Z");
    private static final String ALL = Exports.select(column -> true);

    @Test
    void anExportAsConfiguredIsInOrder() {
        assertThat(TableFindings.of(
                        Exports.export(ALL, Map.of("INCLUDE_RESOURCES", "TRUE")),
                        Configured.export(ExportFormat.CUR2_PARQUET)))
                .containsExactly(
                        Finding.ok("table", "COST_AND_USAGE_REPORT"),
                        Finding.ok("granularity", "HOURLY: cost by hour"),
                        Finding.ok("resource ids", "included: cost can be given to single resources"),
                        Finding.ok(
                                "split cost",
                                "not included: the cost of containers cannot be given to tasks and pods, as configured"));
    }

    @Test
    void settingsOtherThanConfiguredAreTold() {
        Map<String, String> properties = Map.of(
                "TIME_GRANULARITY", "DAILY",
                "INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE",
                "INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "TRUE");

        assertThat(TableFindings.of(Exports.export(ALL, properties), Configured.export(ExportFormat.CUR2_PARQUET)))
                .containsExactly(
                        Finding.ok("table", "COST_AND_USAGE_REPORT"),
                        Finding.note(
                                "granularity",
                                "DAILY: cost by day, not by hour; HOURLY is configured",
                                "Change TIME_GRANULARITY of the export ('curlake export apply --update'), or set "
                                        + "'granularity: daily' in the configuration."),
                        Finding.note(
                                "resource ids",
                                "not included: cost cannot be given to single resources",
                                "Set INCLUDE_RESOURCES to TRUE and select line_item_resource_id."),
                        Finding.note(
                                "split cost",
                                "included, but without resource ids: nobody can say on which instance a task or pod ran",
                                "Set INCLUDE_RESOURCES to TRUE and select line_item_resource_id."),
                        Finding.note(
                                "discounts",
                                "in the older presentation: the three discount columns are not delivered",
                                "Set INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY to FALSE, unless an older system needs it."));
    }

    @Test
    void splitCostByDayLacksTheShareOfTheInstance() {
        Map<String, String> properties = Map.of(
                "TIME_GRANULARITY", "DAILY",
                "INCLUDE_RESOURCES", "TRUE",
                "INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE");

        assertThat(TableFindings.of(Exports.export(ALL, properties), Configured.export(ExportFormat.CUR2_PARQUET)))
                .contains(Finding.note(
                        "split cost",
                        "included, but not by hour: AWS leaves out which share of its instance a task or pod used",
                        "Set TIME_GRANULARITY to HOURLY if you need that share."));
    }

    @Test
    void anotherTableCannotBeLoaded() {
        assertThat(TableFindings.of(
                        Exports.export("SELECT BilledCost FROM FOCUS_1_2_AWS", Map.of()),
                        Configured.export(ExportFormat.CUR2_PARQUET)))
                .containsExactly(Finding.fault(
                        "table",
                        "'FOCUS_1_2_AWS' cannot be loaded; curlake reads COST_AND_USAGE_REPORT",
                        "Make a CUR 2.0 export under another name ('curlake export apply')."));
    }

    @ParameterizedTest
    @CsvSource({
        "cur2-parquet, PARQUET, PARQUET, OK, PARQUET in PARQUET",
        "cur2-csv, TEXT_OR_CSV, GZIP, OK, TEXT_OR_CSV in GZIP",
        "legacy-csv, textORcsv, ZIP, OK, textORcsv in ZIP",
        "legacy-parquet, Parquet, Parquet, OK, Parquet in Parquet",
        "cur2-csv, TEXT_OR_CSV, ZIP, FAULT, TEXT_OR_CSV in ZIP is none that curlake reads",
        "cur2-parquet, AVRO, GZIP, FAULT, AVRO in GZIP is none that curlake reads",
        "cur2-csv, PARQUET, PARQUET, FAULT, 'PARQUET in PARQUET is ''cur2-parquet'', configured is ''cur2-csv'': its deliveries would be refused'"
    })
    void theFormatIsOneThatCurlakeReadsAndTheConfiguredOne(
            String configured, String format, String compression, String level, String meaning) {
        Finding finding = FormFindings.of(
                        Exports.destination(format, compression, "CREATE_NEW_REPORT"),
                        Configured.export(ExportFormat.of(configured).orElseThrow()))
                .get(1);

        assertThat(finding.setting()).isEqualTo("format");
        assertThat(finding.level()).hasToString(level);
        assertThat(finding.meaning()).isEqualTo(meaning);
    }

    @Test
    void overwritingIsToldUnlessItIsConfigured() {
        String meaning = "each replaces the files of the one before, also while somebody reads them; a load that meets "
                + "this starts anew";

        assertThat(FormFindings.of(
                        Exports.destination("PARQUET", "PARQUET", "OVERWRITE_REPORT"),
                        Configured.export(ExportFormat.CUR2_PARQUET)))
                .contains(Finding.note(
                        "delivery",
                        meaning + "; create-new is configured",
                        "AWS does not change overwriting back: make a new export, or set 'delivery: overwrite' in the "
                                + "configuration."));
        assertThat(FormFindings.of(
                        Exports.destination("PARQUET", "PARQUET", "OVERWRITE_REPORT"),
                        Configured.export(ExportFormat.CUR2_PARQUET, Delivery.OVERWRITE, ClosedPeriods.REFRESHED)))
                .contains(Finding.ok("delivery", meaning));
    }

    @Test
    void anotherDestinationThanConfiguredIsAFault() {
        assertThat(FormFindings.of(
                        Exports.destination("Parquet", "Parquet", "CREATE_NEW_REPORT"),
                        Configured.export(ExportFormat.LEGACY_PARQUET)))
                .contains(Finding.fault(
                        "destination",
                        "s3://acme-billing/exports; configured is s3://acme-billing/reports, where nothing will be found",
                        "Correct 'bucket' and 'prefix' in the configuration, or the export."));
    }

    @Test
    void aReportThatLeavesClosedMonthsIsToldUnlessItIsConfigured() {
        String meaning = "when AWS corrects them: refunds and credits of past months may be missing";

        assertThat(ReportFindings.of(
                        Exports.report(List.of("RESOURCES", "SPLIT_COST_ALLOCATION_DATA"), Optional.of(false)),
                        Configured.export(ExportFormat.LEGACY_CSV)))
                .containsExactly(
                        Finding.ok("granularity", "HOURLY: cost by hour"),
                        Finding.ok("resource ids", "included: cost can be given to single resources"),
                        Finding.ok(
                                "split cost",
                                "included: rows of tasks and pods; sum these or their instances, never both"),
                        Finding.note(
                                "closed months",
                                "not delivered again " + meaning,
                                "Set RefreshClosedReports of the report to true ('curlake export apply --update')."));
        assertThat(ReportFindings.of(
                        Exports.report(List.of(), Optional.empty()),
                        Configured.export(ExportFormat.LEGACY_CSV, Delivery.OVERWRITE, ClosedPeriods.LEFT)))
                .contains(
                        Finding.note(
                                "resource ids",
                                "not included: cost cannot be given to single resources",
                                "AWS cannot add RESOURCES to a report that overwrites: make a new report with it."),
                        Finding.ok(
                                "closed months",
                                "AWS does not say that they are delivered again " + meaning + ", as configured"));
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, , OK, healthy",
        "UNHEALTHY, INSUFFICIENT_PERMISSION, FAULT, unhealthy: AWS may not write to the bucket",
        "UNHEALTHY, BILL_OWNER_CHANGED, FAULT, unhealthy: another account pays the bill now",
        "UNHEALTHY, INTERNAL_FAILURE, FAULT, unhealthy: AWS failed to run it",
        "UNHEALTHY, DEPRECATED, FAULT, unhealthy: AWS has given up what this export selects",
        "UNHEALTHY, MOON_PHASE, FAULT, unhealthy: AWS says 'MOON_PHASE'",
        "UNHEALTHY, , FAULT, unhealthy; AWS gives no reason",
        "PAUSED, , NOTE, 'AWS says ''PAUSED'', which this version does not know'",
        "'', , NOTE, AWS does not say"
    })
    void theHealthOfAnExportIsToldInPlainWords(String code, String reason, String level, String meaning) {
        Finding finding = HealthFindings.of(Exports.health(code, reason));

        assertThat(finding.level()).hasToString(level);
        assertThat(finding.meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, OK, the last delivery succeeded at 20261101T190636Z",
        "ERROR_PERMISSIONS, FAULT, the last delivery failed: AWS may not write to the bucket",
        "ERROR_NO_BUCKET, FAULT, the last delivery failed: the bucket does not exist",
        "ERROR_MOON, NOTE, 'AWS says ''ERROR_MOON'', which this version does not know'",
        ", NOTE, AWS tells no last delivery"
    })
    void theHealthOfAReportIsToldInPlainWords(String status, String level, String meaning) {
        Finding finding =
                HealthFindings.of(new ReportHealth(Optional.of("20261101T190636Z"), Optional.ofNullable(status)));

        assertThat(finding.level()).hasToString(level);
        assertThat(finding.meaning()).isEqualTo(meaning);
    }

    @Test
    void aFirstDeliveryIsAwaitedForADay() {
        Optional<Instant> yesterdayNoon = Optional.of(Instant.parse("2026-11-02T12:00:00Z"));
        Optional<Instant> longAgo = Optional.of(Instant.parse("2026-11-01T12:00:00Z"));

        assertThat(DeliveryFinding.of(List.of(), yesterdayNoon, NOW))
                .isEqualTo(Finding.note("deliveries", "none yet; the first is expected by 2026-11-03T12:00:00Z"));
        assertThat(DeliveryFinding.of(List.of(), longAgo, NOW))
                .isEqualTo(Finding.fault(
                        "deliveries",
                        "none; the first was expected by 2026-11-02T12:00:00Z",
                        "Look at health and bucket policy above, and at prefix and name."));
        assertThat(DeliveryFinding.of(List.of(), Optional.empty(), NOW))
                .isEqualTo(Finding.note(
                        "deliveries",
                        "none; a new export delivers within 24 hours of being made",
                        "If it is older, look at health and bucket policy above, and at prefix and name."));
    }

    @Test
    void theNewestDeliveryIsTold() {
        DeliveredPeriod whole = delivered(List.of());
        DeliveredPeriod torn = delivered(List.of("a"));

        assertThat(DeliveryFinding.of(List.of(whole), Optional.empty(), NOW))
                .isEqualTo(Finding.ok("deliveries", "newest of 1 month: 2026-11, delivered 2026-11-03T00:00:00Z"));
        assertThat(DeliveryFinding.of(List.of(torn, whole), Optional.empty(), NOW))
                .isEqualTo(Finding.note(
                        "deliveries",
                        "newest of 2 months: 2026-11, delivered 2026-11-03T00:00:00Z, is not complete",
                        "Look again in an hour ('curlake export status')."));
    }

    private static DeliveredPeriod delivered(List<String> missing) {
        return new DeliveredPeriod(BillingPeriod.parse("2026-11"), NOW, 1, "e1", 2, missing, Optional.empty());
    }
}
