package io.curlake.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where and how a benchmark works. */
final class BenchOptions {
    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "Where samples and measured files are kept; bench/target/work unless given.")
    private String folder = "";

    @Option(names = "--keep", description = "Keep what was loaded and copied; samples and logs are kept anyway.")
    private boolean keep;

    @Option(
            names = "--memory",
            defaultValue = "3g",
            description = "The heap of curlake; ${DEFAULT-VALUE} unless given.")
    private String memory = "";

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    Workplace workplace() {
        Path home = Path.of(System.getProperty("curlake.home", "."))
                .toAbsolutePath()
                .normalize();
        Path work = folder.isEmpty() ? home.resolve("bench/target/work") : Path.of(folder);
        Workplace workplace = new Workplace(home, work.toAbsolutePath().normalize(), memory);
        Workplace.create(workplace.folder());
        return workplace;
    }

    boolean isJson() {
        return json;
    }

    /** Deletes what nobody asked to keep. */
    void tidy(Workplace workplace) {
        if (!keep) {
            Workplace.delete(workplace.folder().resolve("warehouse"));
            Workplace.delete(workplace.folder().resolve("duckdb"));
        }
    }
}
