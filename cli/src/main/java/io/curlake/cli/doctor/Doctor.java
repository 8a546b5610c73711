package io.curlake.cli.doctor;

import io.curlake.cli.provision.ProvisioningOptions;
import io.curlake.jobs.storage.S3aSettings;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** All checks, in the order in which one that fails explains the next. */
final class Doctor {
    private static final String CONFIGURATION = "configuration";
    private static final String MACHINE = "machine";

    private final ProvisioningOptions options;
    private final Clock clock;

    Doctor(ProvisioningOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    List<Check> look() {
        try {
            CurlakeConfig config = options.config();
            List<SourceConfig> sources = options.sources();
            return lookAt(config, sources);
        } catch (Refusal broken) {
            return lookWithout(broken);
        }
    }

    private List<Check> lookAt(CurlakeConfig config, List<SourceConfig> sources) {
        List<Check> checks = new ArrayList<>(MachineChecks.all(localFolder(config)));
        checks.add(Check.of(
                MACHINE,
                Finding.ok(
                        CONFIGURATION,
                        sources.size() + (sources.size() == 1 ? " source" : " sources") + " in "
                                + config.warehouse())));
        Storage storage = storage(config);
        for (SourceConfig source : sources) {
            checks.addAll(ofSource(config, source, storage));
        }
        checks.addAll(new WarehouseChecks(storage, config.warehouse(), clock).look());
        return checks;
    }

    /** What can be said of a machine whose configuration cannot be read. */
    private List<Check> lookWithout(Refusal broken) {
        List<Check> checks = new ArrayList<>(MachineChecks.all(Optional.empty()));
        checks.add(Check.refused(MACHINE, CONFIGURATION, broken));
        checks.addAll(Check.attempt(
                MACHINE,
                "credentials",
                () -> options.calling(clients -> CredentialsCheck.of(MACHINE, clients, Optional.empty(), clock))));
        checks.add(Check.of(
                MACHINE,
                Finding.note(
                        "all else",
                        "not looked at: bucket, export, warehouse and lock are named in the configuration",
                        "Mend the configuration and run 'curlake doctor' again.")));
        return checks;
    }

    private List<Check> ofSource(CurlakeConfig config, SourceConfig source, Storage storage) {
        List<Check> checks = new ArrayList<>();
        List<Check> credentials = Check.attempt(
                source.name(),
                "credentials",
                () -> options.calling(
                        source, clients -> CredentialsCheck.of(source.name(), clients, Optional.of(source), clock)));
        boolean works = credentials.stream().noneMatch(check -> check.finding().level() == Level.FAULT);
        if (works || !CredentialsCheck.isSpared(config, source)) {
            checks.addAll(credentials);
        } else {
            checks.add(Check.of(
                    source.name(),
                    Finding.note(
                            "credentials", "none for AWS; this source is read without", "Needed for exports only.")));
        }
        checks.addAll(Check.attempt(source.name(), "bucket", () -> new DeliveryCheck(storage, source, clock).look()));
        if (works) {
            checks.addAll(Check.attempt(
                    source.name(),
                    "export",
                    () -> options.calling(source, clients -> ExportHealthCheck.of(clients, source, clock))));
        }
        return checks;
    }

    private static Storage storage(CurlakeConfig config) {
        Configuration settings = new Configuration();
        S3aSettings.of(config).applyTo(settings);
        // The probe is removed without a trace: no object that stands for its folder.
        settings.set("fs.s3a.performance.flags", "delete");
        return new Storage(settings);
    }

    private static Optional<Path> localFolder(CurlakeConfig config) {
        String uri = Storage.uri(config.warehouse());
        return uri.startsWith("file:") ? Optional.of(Path.of(uri.replaceFirst("^file:/*", "/"))) : Optional.empty();
    }
}
