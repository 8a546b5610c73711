package io.curlake.bench;

import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is measured as DuckDB, in a process of its own; prints the number of rows copied. */
@Command(name = "duckdb", hidden = true)
final class DuckDbCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--format", required = true)
    private String format = "";

    @Option(names = "--bucket", required = true)
    private Path bucket = Path.of("");

    @Option(names = "--out", required = true)
    private Path out = Path.of("");

    @Option(names = "--threads", required = true)
    private int threads;

    @Option(names = "--aggregates", description = "Sum instead of copying.")
    private boolean aggregates;

    @Parameters
    private List<String> accounts = List.of();

    @Override
    public Integer call() throws SQLException {
        SampleExport sample = new SampleExport(ExportFormat.of(format).orElseThrow(), bucket);
        HashSet<String> connected = new HashSet<>(accounts);
        long rows = aggregates
                ? new DuckDbAggregates(sample, connected, threads).to(out)
                : new DuckDbCopy(sample, connected, threads).to(out);
        spec.commandLine().getOut().println(rows);
        return 0;
    }
}
