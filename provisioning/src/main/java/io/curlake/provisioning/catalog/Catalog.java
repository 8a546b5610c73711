package io.curlake.provisioning.catalog;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.bcmdataexports.model.GetExecutionResponse;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportResponse;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceNotFoundException;

/** What an account has in AWS Data Exports and the Cost and Usage Report service. Every method may throw {@link Denied}. */
public final class Catalog {
    /** The service accepts this number only. */
    private static final int REPORTS_OF_A_PAGE = 5;

    private static final int EXPORTS_OF_A_PAGE = 100;

    private final AwsClients clients;
    private final AccountId account;

    public Catalog(AwsClients clients, AccountId account) {
        this.clients = clients;
        this.account = account;
    }

    /** All exports, by name. */
    public List<ListedExport> exports() {
        return call(
                "list the exports of account " + account,
                "bcm-data-exports:ListExports",
                "*",
                () ->
                        clients
                                .dataExports()
                                .listExportsPaginator(request -> request.maxResults(EXPORTS_OF_A_PAGE))
                                .stream()
                                .flatMap(page -> page.exports().stream())
                                .map(export -> new ListedExport(
                                        export.exportArn(),
                                        export.exportName(),
                                        CatalogRecords.health(Optional.ofNullable(export.exportStatus()))))
                                .sorted(Comparator.comparing(ListedExport::name))
                                .toList());
    }

    /** One export in full; empty where there is none, or none any more. */
    public Optional<ExistingExport> export(String arn) {
        return found("read export " + arn, "bcm-data-exports:GetExport", arn, () -> {
            GetExportResponse response = clients.dataExports().getExport(request -> request.exportArn(arn));
            return CatalogRecords.export(arn, response.export(), Optional.ofNullable(response.exportStatus()));
        });
    }

    /** All legacy CUR reports, by name. */
    public List<ExistingReport> reports() {
        return call(
                "list the legacy reports of account " + account,
                "cur:DescribeReportDefinitions",
                "*",
                () ->
                        clients
                                .reports()
                                .describeReportDefinitionsPaginator(request -> request.maxResults(REPORTS_OF_A_PAGE))
                                .stream()
                                .flatMap(page -> page.reportDefinitions().stream())
                                .map(CatalogRecords::report)
                                .sorted(Comparator.comparing(ExistingReport::name))
                                .toList());
    }

    /** The executions of an export, the newest first; those without a date last. None where there is no such export. */
    public List<ExportExecution> executions(String arn) {
        return found(
                        "list the executions of " + arn,
                        "bcm-data-exports:ListExecutions",
                        arn,
                        () -> clients.dataExports().listExecutionsPaginator(request -> request.exportArn(arn)).stream()
                                .flatMap(page -> page.executions().stream())
                                .map(execution -> CatalogRecords.execution(
                                        execution.executionId(), Optional.ofNullable(execution.executionStatus())))
                                .sorted(Comparator.comparing((ExportExecution execution) ->
                                                execution.createdAt().orElse(Instant.MIN))
                                        .reversed())
                                .toList())
                .orElse(List.of());
    }

    /** One execution, with what the list of them may leave out. */
    public Optional<ExportExecution> execution(String arn, String id) {
        return found("read execution " + id + " of " + arn, "bcm-data-exports:GetExecution", arn, () -> {
            GetExecutionResponse response = clients.dataExports()
                    .getExecution(request -> request.exportArn(arn).executionId(id));
            return CatalogRecords.execution(id, Optional.ofNullable(response.executionStatus()));
        });
    }

    /** The names of the columns that a table has with these properties, in AWS's order. */
    public List<String> columns(String table, Map<String, String> properties) {
        return call(
                "read the columns of table " + table,
                "bcm-data-exports:GetTable",
                arn("table/" + table),
                () -> clients
                        .dataExports()
                        .getTable(request -> request.tableName(table).tableProperties(properties))
                        .schema()
                        .stream()
                        .map(column -> column.name())
                        .toList());
    }

    private String arn(String resource) {
        return "arn:" + clients.partition().id() + ":bcm-data-exports:"
                + clients.partition().billingRegion() + ":" + account + ":" + resource;
    }

    private static <T> Optional<T> found(String what, String action, String resource, Supplier<T> call) {
        return call(what, action, resource, () -> {
            try {
                return Optional.of(call.get());
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    private static <T> T call(String what, String action, String resource, Supplier<T> call) {
        try {
            return AwsCalls.call(what, new Permission(action, resource), call);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }
}
