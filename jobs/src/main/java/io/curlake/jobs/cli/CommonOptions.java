package io.curlake.jobs.cli;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every verb takes. */
public final class CommonOptions {
    private static final Path DEFAULT = Path.of("conf", "curlake.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration: a file, or s3://bucket/key. Unless given, conf/curlake.yaml of this folder, else of "
                            + "curlake's own.")
    private String config = "";

    @Option(names = "--json", description = "Print one JSON summary on stdout.")
    private boolean json;

    @Option(
            names = "--verbose",
            description =
                    "Print the stack trace of an unexpected failure; of a verb that writes, its stages and what Spark did.")
    private boolean verbose;

    public CurlakeConfig config() {
        return StoredConfig.isOne(config)
                ? StoredConfig.read(config, CommonOptions::environment)
                : ConfigFile.read(file(), CommonOptions::environment);
    }

    private Path file() {
        if (!config.isEmpty()) {
            return Path.of(config);
        }
        Path ofCurlake = Path.of(System.getProperty("curlake.home", ".")).resolve(DEFAULT);
        return !Files.exists(DEFAULT) && Files.exists(ofCurlake) ? ofCurlake : DEFAULT;
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    /** For a verb that needs none: only the configuration that was named. */
    Optional<CurlakeConfig> configIfNamed() {
        return config.isEmpty() ? Optional.empty() : Optional.of(config());
    }

    /** The options as they would be typed, for another verb. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (!config.isEmpty()) {
            arguments.addAll(List.of("--config", config));
        }
        if (json) {
            arguments.add("--json");
        }
        if (verbose) {
            arguments.add("--verbose");
        }
        return arguments;
    }

    public boolean isJson() {
        return json;
    }

    public boolean isVerbose() {
        return verbose;
    }
}
