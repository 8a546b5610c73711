package io.curlake.cli;

import io.curlake.model.Refusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Load and reconcile a sample organization on an embedded S3 server; needs no AWS.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", paramLabel = "FOLDER", description = "Where everything is kept; target/demo unless given.")
    private String folder = "";

    @Option(
            names = "--rows",
            defaultValue = "30000",
            description = "Line items of the sample's three months; ${DEFAULT-VALUE} unless given.")
    private long rows;

    @Override
    public Integer call() {
        if (rows < 1_000) {
            throw Refusal.usage("Cannot run the demo with " + rows + " rows: it takes at least 1,000.");
        }
        PrintWriter out = spec.commandLine().getOut();
        return new Demo(folder().toAbsolutePath().normalize(), new DemoSample(rows, 3)).run(out::println);
    }

    private Path folder() {
        return folder.isEmpty() ? Path.of(System.getProperty("curlake.home", "."), "target", "demo") : Path.of(folder);
    }
}
