package io.curlake.provisioning.status;

import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Caller;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.bucket.PresumedRegion;
import io.curlake.provisioning.catalog.Catalog;
import io.curlake.provisioning.catalog.ExistingReport;
import io.curlake.provisioning.catalog.ExportExecution;
import io.curlake.provisioning.catalog.ExportHealth;
import io.curlake.provisioning.catalog.ListedExport;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.setting.HealthFindings;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.delivery.Deliveries;
import io.curlake.provisioning.delivery.ExportFolder;
import io.curlake.provisioning.delivery.S3Objects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks AWS how far the export of a source is; goes on where AWS denies a call. */
public final class StatusReader {
    private final AwsClients clients;
    private final SourceConfig source;
    private final CreationJournal journal;
    private final Clock clock;

    /** @param clients of the source's payer */
    public StatusReader(AwsClients clients, SourceConfig source, CreationJournal journal, Clock clock) {
        this.clients = clients;
        this.source = source;
        this.journal = journal;
        this.clock = clock;
    }

    /** What AWS says about the export itself. */
    private record Said(
            String id, Finding health, Optional<Instant> createdAt, Optional<ExportExecution> lastExecution) {}

    /** Refuses credentials of another account: what that has, or has not, says nothing of this export. */
    public ExportStatus read() {
        Caller.of(clients).requirePayer("tell the status of", source);
        DeniedCalls denied = new DeniedCalls();
        Said said = configured().format().isLegacy() ? report(denied) : export(denied);
        Deliveries deliveries = deliveries(denied);
        Optional<List<DeliveredPeriod>> periods = deliveries.periods();
        Created created =
                Created.of(said.createdAt(), () -> journal.created(source), () -> testObject(deliveries, periods));
        return new ExportStatus(
                new ExportStatus.Subject(source.name(), source.payer().value(), said.id()),
                created,
                said.health(),
                said.lastExecution(),
                periods.orElse(List.of()),
                clock.instant(),
                denied.list());
    }

    /** What there is in the bucket; a denied call is the only thing to say. */
    public List<DeliveredPeriod> periods() {
        DeniedCalls denied = new DeniedCalls();
        Optional<List<DeliveredPeriod>> periods = deliveries(denied).periods();
        denied.list().stream().findFirst().ifPresent(call -> {
            throw call.refusal();
        });
        return periods.orElse(List.of());
    }

    private Said export(DeniedCalls denied) {
        Catalog catalog = new Catalog(clients, source.payer());
        Optional<List<ListedExport>> listed = denied.attempt(catalog::exports);
        Optional<ListedExport> named = listed.flatMap(exports -> exports.stream()
                .filter(export -> export.name().equals(configured().name()))
                .findFirst());
        if (named.isEmpty()) {
            return absent("export", listed.isPresent());
        }
        String arn = named.get().arn();
        // The list may leave out times that the export itself has.
        ExportHealth health = denied.attempt(() -> catalog.export(arn))
                .flatMap(export -> export.map(found -> found.health()))
                .orElse(named.get().health());
        Optional<ExportExecution> last = denied.attempt(() -> catalog.executions(arn))
                .flatMap(executions -> executions.stream().findFirst());
        Optional<ExportExecution> full = last.flatMap(execution ->
                denied.attempt(() -> catalog.execution(arn, execution.id())).flatMap(found -> found));
        return new Said(arn, HealthFindings.of(health), health.createdAt(), full.or(() -> last));
    }

    private Said report(DeniedCalls denied) {
        Optional<List<ExistingReport>> reports = denied.attempt(() -> new Catalog(clients, source.payer()).reports());
        return reports.flatMap(all -> all.stream()
                        .filter(report -> report.name().equals(configured().name()))
                        .findFirst())
                .map(report -> new Said(
                        "report '" + report.name() + "'",
                        HealthFindings.of(report.health()),
                        Optional.empty(),
                        Optional.empty()))
                .orElseGet(() -> absent("report", reports.isPresent()));
    }

    private Said absent(String kind, boolean known) {
        String subject = kind + " '" + configured().name() + "'";
        Finding health = known
                ? Finding.note("health", "account " + source.payer() + " has no " + subject)
                : Finding.note("health", "not known");
        return new Said(subject, health, Optional.empty(), Optional.empty());
    }

    private static Optional<Instant> testObject(Deliveries deliveries, Optional<List<DeliveredPeriod>> periods) {
        // Where the bucket may not be listed, asking once more says nothing new.
        return periods.isPresent() ? deliveries.testObject() : Optional.empty();
    }

    private Deliveries deliveries(DeniedCalls denied) {
        // Where the bucket is, listing it says; who reads deliveries has no other right.
        PresumedRegion region = configured()
                .region()
                .<PresumedRegion>map(PresumedRegion.Configured::new)
                .orElseGet(() -> new PresumedRegion.Guessed(clients.partition().billingRegion()));
        ExportFolder folder =
                new ExportFolder(configured().prefix(), configured().name());
        S3Objects bucket = new S3Objects(
                clients, configured().bucket(), region, folder.roots().get(0));
        return new Deliveries(bucket, folder, denied);
    }

    private ExportConfig configured() {
        return source.export();
    }
}
