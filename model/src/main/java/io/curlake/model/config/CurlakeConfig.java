package io.curlake.model.config;

import io.curlake.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code conf/curlake.yaml} says.
 *
 * @param warehouse the folder of all tables: a local path or an {@code s3a://} URI
 */
public record CurlakeConfig(
        String warehouse,
        List<SourceConfig> sources,
        Optional<S3Config> s3,
        Layout layout,
        OnRejected onRejected,
        RetentionConfig retention,
        WatchConfig watch,
        AlertsConfig alerts,
        InsightConfig insight,
        DiscoveryConfig discovery,
        FindingsConfig findings) {

    /** How a delivery that could be adopted byte for byte is stored. */
    public enum Layout {
        ADOPT,
        REWRITE
    }

    /** What happens to a delivery with rows that cannot be read. */
    public enum OnRejected {
        REFUSE,
        QUARANTINE
    }

    public CurlakeConfig {
        warehouse = warehouse.replaceAll("^s3://", "s3a://").replaceAll("(?<=[^/:])/+$", "");
        sources = List.copyOf(sources);
    }

    /** The source of that name; refuses an unknown one and lists those there are. */
    public SourceConfig source(String name) {
        return sources.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("Cannot find source '" + name + "': the configuration has "
                        + sources.stream().map(s -> "'" + s.name() + "'").collect(Collectors.joining(", ")) + "."));
    }
}
