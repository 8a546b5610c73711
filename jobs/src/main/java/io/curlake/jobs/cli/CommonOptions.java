package io.curlake.jobs.cli;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every verb takes. */
public final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "conf/curlake.yaml",
            description = "The configuration; ${DEFAULT-VALUE} unless given.")
    private Path config = Path.of("conf/curlake.yaml");

    @Option(names = "--json", description = "Print one JSON summary on stdout.")
    private boolean json;

    @Option(names = "--verbose", description = "Print the stack trace of an unexpected failure.")
    private boolean verbose;

    public CurlakeConfig config() {
        return ConfigFile.read(
                config, name -> Optional.ofNullable(System.getenv(name)).orElse(""));
    }

    public boolean isJson() {
        return json;
    }

    public boolean isVerbose() {
        return verbose;
    }
}
