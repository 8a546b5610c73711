package io.curlake.jobs.cli;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every verb takes. */
public final class CommonOptions {
    private static final Path DEFAULT = Path.of("conf", "curlake.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; conf/curlake.yaml of this folder, else of curlake's own.")
    private Path config = DEFAULT;

    @Option(names = "--json", description = "Print one JSON summary on stdout.")
    private boolean json;

    @Option(names = "--verbose", description = "Print the stack trace of an unexpected failure.")
    private boolean verbose;

    public CurlakeConfig config() {
        Path ofCurlake = Path.of(System.getProperty("curlake.home", ".")).resolve(DEFAULT);
        boolean isElsewhere = config.equals(DEFAULT) && !Files.exists(config) && Files.exists(ofCurlake);
        return ConfigFile.read(
                isElsewhere ? ofCurlake : config,
                name -> Optional.ofNullable(System.getenv(name)).orElse(""));
    }

    /** For a verb that needs none: only the configuration that was named. */
    Optional<CurlakeConfig> configIfNamed() {
        return config.equals(DEFAULT) ? Optional.empty() : Optional.of(config());
    }

    public boolean isJson() {
        return json;
    }

    public boolean isVerbose() {
        return verbose;
    }
}
