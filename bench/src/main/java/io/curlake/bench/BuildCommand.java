package io.curlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Build all gold tables of one period, and let DuckDB sum costs by day and by resource.")
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--rows", defaultValue = "1000000", description = "Line items; ${DEFAULT-VALUE} unless given.")
    private long rows;

    @Option(
            names = "--connected",
            defaultValue = "199",
            description = "Linked accounts; ${DEFAULT-VALUE} unless given.")
    private int connected;

    @Option(names = "--threads", defaultValue = "2", description = "Of DuckDB; ${DEFAULT-VALUE} unless given.")
    private int threads;

    private record Line(String figure, String curlake, String duckDb, String ratio) {}

    @Override
    public Integer call() {
        Workplace workplace = options.workplace();
        SampleExport sample = SampleExport.of(workplace, ExportFormat.CUR2_PARQUET, rows);
        List<String> linked = sample.linkedAccounts(connected);
        CurlakeLoad load = CurlakeLoad.prepare(workplace, sample, linked);
        load.run();
        sample.warmPageCache();
        CurlakeLoad.Summarized built = load.build();
        Measurement aggregates = duckDb(workplace, sample, linked);
        options.tidy(workplace);
        spec.commandLine().getOut().println(options.isJson() ? json(built, aggregates) : text(built, aggregates));
        return 0;
    }

    private Measurement duckDb(Workplace workplace, SampleExport sample, List<String> linked) {
        List<String> options =
                new ArrayList<>(List.of("--aggregates", "--threads", String.valueOf(threads), SampleExport.PAYER));
        options.addAll(linked);
        return workplace
                .duckDb(sample, workplace.emptyFolder("duckdb"), options)
                .measurement();
    }

    private static JsonNode period(CurlakeLoad.Summarized built) {
        JsonNode period = built.summary().get("periods").get(0);
        if (!period.get("status").asText().equals("built")) {
            throw new Refusal(ExitCode.UNEXPECTED, "Cannot compare: nothing was built; see the folder 'logs'.");
        }
        return period;
    }

    private String text(CurlakeLoad.Summarized built, Measurement duckDb) {
        Measurement ours = built.measurement();
        double focus = period(built).path("tables").path("focus_cost_and_usage").asDouble();
        List<Line> lines = List.of(
                line("CPU seconds", ours.cpuSeconds(), duckDb.cpuSeconds()),
                line("Wall seconds", ours.wallSeconds(), duckDb.wallSeconds()),
                new Line("  of that, FOCUS", number(focus), "", ""),
                line("Line items a second", rows / ours.wallSeconds(), rows / duckDb.wallSeconds()));
        return String.format(
                        Locale.ROOT,
                        "%,d line items, %,d kept.%n",
                        rows,
                        period(built).get("rows").asLong())
                + AsciiTable.getTable(
                        AsciiTable.FANCY_ASCII,
                        lines,
                        List.of(
                                new Column()
                                        .header("")
                                        .dataAlign(HorizontalAlign.LEFT)
                                        .with(Line::figure),
                                new Column().header("curlake build").with(Line::curlake),
                                new Column().header("DuckDB, 2 tables").with(Line::duckDb),
                                new Column().header("ratio").with(Line::ratio)));
    }

    private static Line line(String figure, double ours, double theirs) {
        return new Line(figure, number(ours), number(theirs), String.format(Locale.ROOT, "%.2f", ours / theirs));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private String json(CurlakeLoad.Summarized built, Measurement duckDb) {
        Measurement ours = built.measurement();
        return new ObjectMapper()
                .createObjectNode()
                .put("rows", rows)
                .put("cpu_seconds", ours.cpuSeconds())
                .put("wall_seconds", ours.wallSeconds())
                .put(
                        "focus_wall_seconds",
                        period(built)
                                .path("tables")
                                .path("focus_cost_and_usage")
                                .asDouble())
                .put("duckdb_cpu_seconds", duckDb.cpuSeconds())
                .put("duckdb_wall_seconds", duckDb.wallSeconds())
                .put("cpu_ratio", ours.cpuSeconds() / duckDb.cpuSeconds())
                .toString();
    }
}
