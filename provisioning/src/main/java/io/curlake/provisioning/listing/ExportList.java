package io.curlake.provisioning.listing;

import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Caller;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.catalog.Catalog;
import io.curlake.provisioning.catalog.ExistingExport;
import io.curlake.provisioning.catalog.ExistingReport;
import io.curlake.provisioning.catalog.ExportDestination;
import io.curlake.provisioning.catalog.ListedExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The exports and legacy reports of an account; those that may not be read are listed by name. */
public record ExportList(AccountId account, List<Entry> entries, List<Denied> denied) {
    /**
     * An export or report.
     *
     * @param table {@code legacy report} for one
     * @param status AWS's own word, and reason
     */
    public record Entry(String name, String table, String destination, String format, String status) {}

    public ExportList {
        entries = List.copyOf(entries);
        denied = List.copyOf(denied);
    }

    /** Of the source's payer; refuses credentials of another account. */
    public static ExportList of(AwsClients clients, SourceConfig source) {
        Caller.of(clients).requirePayer("list the exports of", source);
        return read(new Catalog(clients, source.payer()), source.payer());
    }

    private static ExportList read(Catalog catalog, AccountId account) {
        DeniedCalls denied = new DeniedCalls();
        List<Entry> entries = new ArrayList<>();
        for (ListedExport listed : denied.attempt(catalog::exports).orElse(List.of())) {
            Optional<Optional<ExistingExport>> answer = denied.attempt(() -> catalog.export(listed.arn()));
            // An export that is gone meanwhile is not listed.
            answer.ifPresentOrElse(
                    export -> export.map(ExportList::entry).ifPresent(entries::add),
                    () -> entries.add(new Entry(listed.name(), "?", "?", "?", status(listed))));
        }
        denied.attempt(catalog::reports).orElse(List.of()).forEach(report -> entries.add(entry(report)));
        return new ExportList(account, entries, denied.list());
    }

    public ExitCode exitCode() {
        return denied.isEmpty() ? ExitCode.DONE : ExitCode.PERMISSION_DENIED;
    }

    static Entry entry(ExistingExport export) {
        String status = export.health().code()
                + export.health().reason().map(reason -> " " + reason).orElse("");
        return new Entry(
                export.name(),
                export.table(),
                export.destination().toString(),
                format(export.destination()),
                known(status));
    }

    static Entry entry(ExistingReport report) {
        return new Entry(
                report.name(),
                "legacy report",
                report.destination().toString(),
                format(report.destination()),
                report.health().lastStatus().orElse("unknown"));
    }

    private static String status(ListedExport listed) {
        return known(listed.health().code());
    }

    private static String known(String status) {
        return status.isBlank() ? "unknown" : status;
    }

    private static String format(ExportDestination destination) {
        return destination.format() + " " + destination.compression();
    }
}
