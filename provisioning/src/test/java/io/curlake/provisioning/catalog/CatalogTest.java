package io.curlake.provisioning.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.AccountId;
import io.curlake.model.Refusal;
import io.curlake.provisioning.StandIn;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.catalog.ExistingReport.ReportHealth;
import io.curlake.sandbox.aws.Failure;
import io.curlake.sandbox.aws.export.Export;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    private static final String STATEMENT = "SELECT line_item_unblended_cost FROM COST_AND_USAGE_REPORT";

    @TempDir
    Path directory;

    private StandIn standIn;
    private Catalog catalog;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
        catalog = new Catalog(standIn.clients(), new AccountId("111122223333"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void anExportIsReadInAwsOwnWords() {
        Export export = standIn.aws()
                .exports()
                .add(Definitions.export("acme-cur2", STATEMENT))
                .status("RESTING", "MOON");

        ExistingExport read = catalog.export(export.arn()).orElseThrow();

        assertThat(read.arn()).isEqualTo(export.arn());
        assertThat(read.name()).isEqualTo("acme-cur2");
        assertThat(read.description()).isEqualTo("by hand");
        assertThat(read.query().statement()).isEqualTo(STATEMENT);
        assertThat(read.query().configurations().get("COST_AND_USAGE_REPORT"))
                .containsEntry("TIME_GRANULARITY", "HOURLY")
                .containsEntry("INCLUDE_RESOURCES", "TRUE");
        assertThat(read.destination())
                .isEqualTo(new ExportDestination(
                        "acme-billing", "exports", "us-east-1", "ATHENA", "PARQUET", "PARQUET", "CREATE_NEW_REPORT"));
        assertThat(read.health().code()).isEqualTo("RESTING");
        assertThat(read.health().reason()).contains("MOON");
        assertThat(read.health().createdAt()).isPresent();
        assertThat(read.has(TableProperty.INCLUDE_RESOURCES)).isTrue();
        assertThat(read.has(TableProperty.INCLUDE_SPLIT_COST_ALLOCATION_DATA)).isFalse();
    }

    @Test
    void exportsAndReportsOfSeveralPagesAreAllListed() {
        IntStream.range(0, 120)
                .forEach(i -> standIn.aws().exports().add(Definitions.export("export-%03d".formatted(i), STATEMENT)));
        IntStream.range(0, 12)
                .forEach(i -> standIn.aws().reports().add(Definitions.report("report-%02d".formatted(i))));

        assertThat(catalog.exports())
                .extracting(ListedExport::name)
                .hasSize(120)
                .isSorted();
        assertThat(catalog.reports())
                .extracting(ExistingReport::name)
                .hasSize(12)
                .isSorted();
        assertThat(standIn.aws().requests("ListExports")).hasSize(2);
        assertThat(standIn.aws().requests("DescribeReportDefinitions")).hasSize(3);
    }

    @Test
    void aReportIsReadInAwsOwnWords() {
        standIn.aws().reports().add(Definitions.report("acme-cur")).delivered("ERROR_NO_BUCKET", "20261101T190636Z");

        assertThat(catalog.reports())
                .containsExactly(new ExistingReport(
                        "acme-cur",
                        "HOURLY",
                        List.of("RESOURCES"),
                        List.of("REDSHIFT"),
                        Optional.of(true),
                        new ExportDestination(
                                "acme-billing", "reports", "us-east-1", "", "textORcsv", "GZIP", "OVERWRITE_REPORT"),
                        new ReportHealth(Optional.of("20261101T190636Z"), Optional.of("ERROR_NO_BUCKET"))));
    }

    @Test
    void executionsAreToldFromTheNewestAndThoseWithoutADateLast() {
        Export export = standIn.aws().exports().add(Definitions.export("acme-cur2", STATEMENT));
        String undated = export.addExecution("QUERY_QUEUED").createdAt("").id();
        String older = export.addExecution("DELIVERY_SUCCESS")
                .createdAt("2026-11-01T00:00:00Z")
                .id();
        String newer = export.addExecution("SLEEPING")
                .createdAt("2026-11-02T00:00:00Z")
                .id();

        assertThat(catalog.executions(export.arn()))
                .extracting(ExportExecution::id)
                .containsExactly(newer, older, undated);
        assertThat(catalog.execution(export.arn(), newer)).hasValueSatisfying(execution -> {
            assertThat(execution.code()).isEqualTo("SLEEPING");
            assertThat(execution.createdAt()).contains(Instant.parse("2026-11-02T00:00:00Z"));
        });
    }

    @Test
    void whatIsGoneMeanwhileIsAbsent() {
        String arn = standIn.aws()
                .exports()
                .add(Definitions.export("acme-cur2", STATEMENT))
                .arn();
        standIn.aws().exports().clear();

        assertThat(catalog.export(arn)).isEmpty();
        assertThat(catalog.executions(arn)).isEmpty();
        assertThat(catalog.execution(arn, "00000000-0000-0000-0000-000000000000"))
                .isEmpty();
    }

    @Test
    void columnsFollowTheProperties() {
        assertThat(catalog.columns("COST_AND_USAGE_REPORT", Map.of("INCLUDE_RESOURCES", "TRUE")))
                .contains("line_item_resource_id", "line_item_unblended_cost");
        assertThat(catalog.columns("COST_AND_USAGE_REPORT", Map.of("INCLUDE_RESOURCES", "FALSE")))
                .contains("line_item_unblended_cost")
                .doesNotContain("line_item_resource_id");
    }

    @Test
    void aDenialNamesTheActionAndTheResourceThatAwsNames() {
        String arn = standIn.aws()
                .exports()
                .add(Definitions.export("acme-cur2", STATEMENT))
                .arn();
        for (String operation :
                List.of("ListExports", "GetExport", "ListExecutions", "GetTable", "DescribeReportDefinitions")) {
            standIn.aws().fail(operation, Failure.accessDenied());
        }

        denies(() -> catalog.exports(), new Permission("bcm-data-exports:ListExports", "*"));
        denies(() -> catalog.export(arn), new Permission("bcm-data-exports:GetExport", arn));
        denies(() -> catalog.executions(arn), new Permission("bcm-data-exports:ListExecutions", arn));
        denies(() -> catalog.reports(), new Permission("cur:DescribeReportDefinitions", "*"));
        denies(
                () -> catalog.columns("COST_AND_USAGE_REPORT", Map.of()),
                new Permission(
                        "bcm-data-exports:GetTable",
                        "arn:aws:bcm-data-exports:us-east-1:111122223333:table/COST_AND_USAGE_REPORT"));
    }

    @Test
    void anotherErrorIsToldInAwsWords() {
        standIn.aws().fail("GetTable", Failure.validation("no such table", "TableName"));

        assertThatThrownBy(() -> catalog.columns("COSTS", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read the columns of table COSTS: AWS says: no such table (ValidationException)");
    }

    private static void denies(Runnable call, Permission permission) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.permission()).isEqualTo(permission));
    }
}
