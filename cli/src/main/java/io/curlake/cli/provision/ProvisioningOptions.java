package io.curlake.cli.provision;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.CallSettings;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.plan.Journal;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that calls AWS's billing services. */
public final class ProvisioningOptions {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "A source of the configuration; may be repeated. All of them unless given.")
    private String[] sources = {};

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of the AWS configuration files, instead of the source's own.")
    private String profile = "";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Where all AWS services answer; AWS's own addresses, or AWS_ENDPOINT_URL, unless given.")
    private String endpointUrl = "";

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Where changes at AWS are noted; ~/.local/state/curlake/journal.jsonl unless given.")
    private String journal = "";

    public List<SourceConfig> sources() {
        CurlakeConfig config = common.config();
        return sources.length == 0
                ? config.sources()
                : Arrays.stream(sources).map(config::source).toList();
    }

    /** The one source that a verb is for. */
    SourceConfig source() {
        List<SourceConfig> named = sources();
        if (named.size() != 1) {
            throw Refusal.usage("Cannot tell which source is meant: there are "
                    + String.join(", ", named.stream().map(SourceConfig::name).toList()) + ". Name one with --source.");
        }
        return named.get(0);
    }

    CommonOptions common() {
        return common;
    }

    public CurlakeConfig config() {
        return common.config();
    }

    public boolean isJson() {
        return common.isJson();
    }

    Path journal() {
        return journal.isEmpty() ? Journal.usualFile() : Path.of(journal);
    }

    /** Calls AWS for a source. A denial ends as the refusal that names the missing right. */
    public <T> T calling(SourceConfig source, Function<AwsClients, T> use) {
        try (AwsClients clients = new AwsClients(settings(source), partition(source))) {
            return use.apply(clients);
        } catch (Denied e) {
            throw e.refusal();
        }
    }

    /** Calls AWS without a configuration: with the default credentials, or the profile that was named. */
    public <T> T calling(Function<AwsClients, T> use) {
        ProvisioningConfig credentials = profile.isEmpty()
                ? ProvisioningConfig.DEFAULT
                : new ProvisioningConfig(Optional.of(profile), Optional.empty(), Optional.empty());
        CallSettings settings = new CallSettings(credentials, endpoint(), Optional.empty(), region());
        try (AwsClients clients = new AwsClients(settings, Partition.ofRegion(region().orElse("")))) {
            return use.apply(clients);
        } catch (Denied e) {
            throw e.refusal();
        }
    }

    /** Calls AWS for each source. What is refused for one is said, and the others are tried. */
    int each(PrintWriter err, BiFunction<SourceConfig, AwsClients, ExitCode> use) {
        List<SourceConfig> all = sources();
        ExitCode exitCode = ExitCode.DONE;
        for (SourceConfig source : all) {
            try {
                exitCode = exitCode.and(calling(source, clients -> use.apply(source, clients)));
            } catch (Refusal e) {
                if (all.size() == 1) {
                    throw e;
                }
                err.println(e.getMessage());
                exitCode = exitCode.and(e.exitCode());
            }
        }
        return exitCode.code();
    }

    static Partition partition(SourceConfig source) {
        return Partition.ofRegion(source.export().region().orElseGet(() -> region().orElse("")));
    }

    private CallSettings settings(SourceConfig source) {
        ProvisioningConfig credentials = source.provisioning();
        if (!profile.isEmpty()) {
            credentials = new ProvisioningConfig(Optional.of(profile), credentials.role(), credentials.externalId());
        }
        ProvisioningConfig reader = new ProvisioningConfig(credentials.profile(), source.role(), source.externalId());
        return new CallSettings(credentials, reader, endpoint(), common.config().s3(), region());
    }

    private Optional<URI> endpoint() {
        return Optional.of(endpointUrl).filter(url -> !url.isEmpty()).map(URI::create);
    }

    private static Optional<String> region() {
        return Optional.ofNullable(System.getenv("AWS_REGION"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_DEFAULT_REGION")))
                .filter(region -> !region.isBlank());
    }
}
