package io.curlake.model.config;

import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig.Layout;
import io.curlake.model.config.CurlakeConfig.OnRejected;
import io.curlake.model.config.ExportConfig.ClosedPeriods;
import io.curlake.model.config.ExportConfig.CsvCompression;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.ExportConfig.Granularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code conf/curlake.yaml}; every mistake is refused with its file, line and key. */
public final class ConfigFile {
    private static final Pattern SOURCE_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    private ConfigFile() {}

    /** @param environment the value of an environment variable, or "" where it is not set */
    public static CurlakeConfig read(Path file, UnaryOperator<String> environment) {
        try {
            return parse(file.toString(), Files.readString(file), environment);
        } catch (NoSuchFileException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot read configuration " + file + ": there is no such file. Copy conf/curlake.yaml of the "
                            + "project and edit it, or name another with --config.",
                    e);
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, "Cannot read configuration " + file + ": " + e.getMessage() + ".", e);
        }
    }

    public static CurlakeConfig parse(String file, String yaml, UnaryOperator<String> environment) {
        YamlMap root = YamlMap.of(file, compose(file, yaml), environment);
        String warehouse = root.required("warehouse");
        List<SourceConfig> sources = sources(root);
        CurlakeConfig config = new CurlakeConfig(
                warehouse,
                sources,
                root.map("s3").map(ConfigFile::s3),
                root.oneOf(Layout.class, "layout", Layout.ADOPT),
                root.oneOf(OnRejected.class, "on-rejected", OnRejected.REFUSE),
                root.map("retention").map(ConfigFile::retention).orElse(RetentionConfig.DEFAULT),
                root.optional("watch", WatchConfig::parse).orElse(WatchConfig.ALL),
                root.map("alerts").map(AlertsConfig::parse).orElse(AlertsConfig.DEFAULT),
                InsightConfig.parse(root, sources),
                root.map("discovery").map(DiscoveryConfig::parse).orElse(DiscoveryConfig.DEFAULT),
                root.map("findings").map(FindingsConfig::parse).orElse(FindingsConfig.DEFAULT));
        root.refuseTheRest();
        return config;
    }

    private static Node compose(String file, String yaml) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(yaml)
                    .orElseThrow(() -> YamlMap.refusal(file, 1, "the file is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw YamlMap.refusal(file, line, "this is no YAML: " + e.getProblem());
        }
    }

    private static List<SourceConfig> sources(YamlMap root) {
        List<SourceConfig> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMap map : root.maps("sources")) {
            SourceConfig source = source(map);
            if (!names.add(source.name())) {
                throw map.refusal("name", "source '" + source.name() + "' stands twice");
            }
            sources.add(source);
        }
        if (sources.isEmpty()) {
            throw root.refusal("sources", "no source is named");
        }
        return sources;
    }

    private static SourceConfig source(YamlMap map) {
        SourceConfig source = new SourceConfig(
                map.required("name", ConfigFile::sourceName),
                map.required("payer", AccountId::new),
                export(map.requiredMap("export")),
                map.text("role"),
                map.text("external-id").map(Secret::new),
                map.text("mirror"),
                map.map("provisioning").map(ConfigFile::provisioning).orElse(ProvisioningConfig.DEFAULT));
        map.refuseTheRest();
        return source;
    }

    private static ExportConfig export(YamlMap map) {
        ExportConfig export = new ExportConfig(
                map.required("name"),
                map.required("bucket"),
                map.text("prefix").orElse(""),
                map.text("region"),
                map.required("format", ConfigFile::format),
                map.oneOf(Delivery.class, "delivery", Delivery.CREATE_NEW),
                map.oneOf(Granularity.class, "granularity", Granularity.HOURLY),
                map.flag("resource-ids", true),
                map.flag("split-cost", false),
                map.oneOf(CsvCompression.class, "compression", CsvCompression.GZIP),
                map.flag("refresh-closed", true) ? ClosedPeriods.REFRESHED : ClosedPeriods.LEFT,
                map.map("tags").map(YamlMap::texts).orElse(Map.of()));
        map.refuseTheRest();
        return export;
    }

    private static ProvisioningConfig provisioning(YamlMap map) {
        ProvisioningConfig provisioning = new ProvisioningConfig(
                map.text("profile"), map.text("role"), map.text("external-id").map(Secret::new));
        map.refuseTheRest();
        return provisioning;
    }

    private static S3Config s3(YamlMap map) {
        Optional<String> accessKey = map.text("access-key");
        Optional<Secret> secretKey = map.text("secret-key").map(Secret::new);
        if (accessKey.isPresent() != secretKey.isPresent()) {
            throw map.refusal("access-key", "access-key and secret-key go together");
        }
        S3Config s3 = new S3Config(map.text("endpoint"), map.flag("path-style", false), accessKey, secretKey);
        map.refuseTheRest();
        return s3;
    }

    private static RetentionConfig retention(YamlMap map) {
        RetentionConfig retention = map.optional("deliveries", ConfigFile::days)
                .map(RetentionConfig::new)
                .orElse(RetentionConfig.DEFAULT);
        map.refuseTheRest();
        return retention;
    }

    private static String sourceName(String text) {
        if (!SOURCE_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no source name: use lower-case letters, digits, '-' and '_'");
        }
        return text;
    }

    private static ExportFormat format(String text) {
        return ExportFormat.of(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::toString)
                                .collect(Collectors.joining(", "))));
    }

    private static Duration days(String text) {
        Matcher matcher = DAYS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number of days: write for example 7d");
        }
        return Duration.ofDays(Long.parseLong(matcher.group(1)));
    }
}
