package io.curlake.provisioning.check;

import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Caller;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.catalog.Catalog;
import io.curlake.provisioning.catalog.ExistingExport;
import io.curlake.provisioning.catalog.ExistingReport;
import io.curlake.provisioning.catalog.ListedExport;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.setting.ColumnFindings;
import io.curlake.provisioning.check.setting.HealthFindings;
import io.curlake.provisioning.check.setting.ReportFindings;
import io.curlake.provisioning.check.setting.TableFindings;
import io.curlake.provisioning.policy.ExportKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks the export or report of a source, whoever made it. Reads only; goes on where AWS denies a call. */
public final class ExportCheck {
    private final AwsClients clients;
    private final SourceConfig source;
    private final DeliveryPlace place;
    private final Catalog catalog;
    private final DeniedCalls denied = new DeniedCalls();
    private final List<Finding> findings = new ArrayList<>();

    private ExportCheck(AwsClients clients, SourceConfig source, Clock clock) {
        this.clients = clients;
        this.source = source;
        this.place = new DeliveryPlace(clients, source, clock, denied);
        this.catalog = new Catalog(clients, source.payer());
    }

    /** Refuses credentials of another account than the source's payer. */
    public static CheckResult run(AwsClients clients, SourceConfig source, Clock clock) {
        Caller.of(clients).requirePayer("check the export of", source);
        return new ExportCheck(clients, source, clock).run();
    }

    private CheckResult run() {
        findings.add(denied.attempt(() -> Organization.of(clients))
                .map(organization -> organization.finding(source.payer()))
                .orElseGet(() -> Organization.unknown(source.payer())));
        String subject = configured().format().isLegacy() ? report() : export();
        return new CheckResult(source.name(), subject, findings, denied.list());
    }

    private String export() {
        Optional<List<ListedExport>> listed = denied.attempt(catalog::exports);
        List<ListedExport> named = listed.orElse(List.of()).stream()
                .filter(export -> export.name().equals(configured().name()))
                .toList();
        if (named.isEmpty()) {
            listed.ifPresent(exports -> findings.add(absent(
                    "CUR 2.0 export", exports.stream().map(ListedExport::name).toList())));
            return "export '" + configured().name() + "'";
        }
        if (named.size() > 1) {
            findings.add(Finding.note(
                    "name",
                    named.size() + " exports have it; this is about "
                            + named.get(0).arn(),
                    "Keep one of them: nobody can tell their deliveries apart."));
        }
        String arn = named.get(0).arn();
        findings.add(HealthFindings.of(named.get(0).health()));
        denied.attempt(() -> catalog.export(arn)).flatMap(export -> export).ifPresent(this::settings);
        return arn;
    }

    private void settings(ExistingExport export) {
        findings.addAll(TableFindings.of(export, configured()));
        if (export.table().equals(TableFindings.TABLE)) {
            findings.addAll(ColumnFindings.of(export));
        }
        findings.addAll(place.findings(
                export.destination(), export.arn(), export.health().createdAt()));
    }

    private String report() {
        Optional<List<ExistingReport>> reports = denied.attempt(catalog::reports);
        Optional<ExistingReport> named = reports.flatMap(all -> all.stream()
                .filter(report -> report.name().equals(configured().name()))
                .findFirst());
        reports.filter(all -> named.isEmpty())
                .ifPresent(all -> findings.add(absent(
                        "legacy report", all.stream().map(ExistingReport::name).toList())));
        named.ifPresent(report -> {
            findings.add(HealthFindings.of(report.health()));
            findings.addAll(ReportFindings.of(report, configured()));
            String arn = ExportKind.LEGACY_REPORT.arnRoot(clients.partition(), source.payer()) + report.name();
            findings.addAll(place.findings(report.destination(), arn, Optional.empty()));
        });
        return "report '" + configured().name() + "'";
    }

    private Finding absent(String kind, List<String> others) {
        String there = others.isEmpty()
                ? "there is none"
                : "there are " + others.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return Finding.fault(
                "export",
                "account " + source.payer() + " has no " + kind + " '"
                        + configured().name() + "'; " + there,
                "Correct 'name' and 'format' in the configuration, or make it ('curlake export apply').");
    }

    private ExportConfig configured() {
        return source.export();
    }
}
