package io.curlake.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a night costs beside a first load: nothing changed, a month restated, an account connected. */
@Command(
        name = "nights",
        mixinStandardHelpOptions = true,
        description =
                "Load many months, then what a night brings: no change, one restated month, one connected account.")
final class NightsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SMALL_ACCOUNT = 0.01;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--months", defaultValue = "24", description = "Billing periods; ${DEFAULT-VALUE} unless given.")
    private int months;

    @Option(
            names = "--rows",
            defaultValue = "2400000",
            description = "Line items of all months together; ${DEFAULT-VALUE} unless given.")
    private long rows;

    @Option(
            names = "--format",
            defaultValue = "cur2-parquet",
            description = "cur2-parquet, cur2-csv, legacy-csv or legacy-parquet; ${DEFAULT-VALUE} unless given.")
    private String format = "";

    /** @param loaded how many periods were loaded */
    private record Night(String what, long loaded, Measurement measurement) {}

    @Override
    public Integer call() {
        Workplace workplace = options.workplace();
        MonthsSample sample = MonthsSample.write(workplace, format(), months, rows);
        Path folder = workplace.emptyFolder("warehouse");
        Path config = write(folder.resolve("curlake.yaml"), configText(sample, folder));
        Set<String> connected = connectMost(workplace, sample, config);
        List<Night> nights = new ArrayList<>();
        nights.add(load(workplace, config, "first load"));
        nights.add(load(workplace, config, "nothing changed"));
        sample.restate(workplace, sample.periods().get(months / 2));
        nights.add(load(workplace, config, "a month restated"));
        String small = sample.accountOf(SMALL_ACCOUNT, connected);
        connect(workplace, config, List.of(small));
        nights.add(load(
                workplace,
                config,
                String.format(Locale.ROOT, "an account of %.1f%% connected", 100.0 * sample.rowsOf(small) / rows)));
        options.tidy(workplace);
        spec.commandLine().getOut().println(options.isJson() ? json(nights) : text(nights));
        return 0;
    }

    /** Three of five accounts, as in the comparison with DuckDB. */
    private static Set<String> connectMost(Workplace workplace, MonthsSample sample, Path config) {
        List<String> linked = List.copyOf(sample.linkedAccounts());
        Set<String> connected = new TreeSet<>();
        for (int i = 0; i < linked.size(); i++) {
            if (i % 5 < 3) {
                connected.add(linked.get(i));
            }
        }
        connect(workplace, config, List.copyOf(connected));
        return connected;
    }

    private static void connect(Workplace workplace, Path config, List<String> accounts) {
        Path file = write(config.resolveSibling("accounts.csv"), "account_id\n" + String.join("\n", accounts) + "\n");
        workplace.curlake(
                "accounts", "connect", "--config", config.toString(), "--source", "bench", "--file", file.toString());
    }

    private static Night load(Workplace workplace, Path config, String what) {
        TimedProcess.Outcome outcome = workplace.curlake("load", "--config", config.toString(), "--json");
        JsonNode summary = parse(outcome.output());
        if (!summary.get("balanced").asBoolean()) {
            throw new Refusal(ExitCode.LEDGER_UNBALANCED, "Cannot measure '" + what + "': " + outcome.output());
        }
        long loaded = StreamSupport.stream(summary.get("periods").spliterator(), false)
                .filter(period -> period.get("status").asText().equals("loaded"))
                .count();
        return new Night(what, loaded, outcome.measurement());
    }

    private static String configText(MonthsSample sample, Path folder) {
        return """
                warehouse: %s
                sources:
                  - name: bench
                    payer: "%s"
                    export: {name: %s, bucket: %s, prefix: %s, region: us-east-1, format: %s}
                    mirror: %s
                """.formatted(
                        folder.resolve("tables"),
                        SampleExport.PAYER,
                        SampleExport.NAME,
                        sample.bucket().getFileName(),
                        SampleExport.PREFIX,
                        sample.format(),
                        sample.bucket());
    }

    private static String text(List<Night> nights) {
        double first = nights.get(0).measurement().wallSeconds();
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                nights,
                List.of(
                        column("", HorizontalAlign.LEFT).with(Night::what),
                        column("Periods loaded", HorizontalAlign.RIGHT).with(n -> String.valueOf(n.loaded())),
                        column("CPU seconds", HorizontalAlign.RIGHT)
                                .with(n -> seconds(n.measurement().cpuSeconds())),
                        column("Wall seconds", HorizontalAlign.RIGHT)
                                .with(n -> seconds(n.measurement().wallSeconds())),
                        column("Of the first load", HorizontalAlign.RIGHT)
                                .with(n -> String.format(
                                        Locale.ROOT,
                                        "1/%.1f",
                                        first / n.measurement().wallSeconds()))));
    }

    private static String json(List<Night> nights) {
        return nights.stream()
                .map(night -> String.format(
                        Locale.ROOT,
                        "{\"what\":\"%s\",\"periods\":%d,\"cpu_seconds\":%.3f,\"wall_seconds\":%.3f}",
                        night.what(),
                        night.loaded(),
                        night.measurement().cpuSeconds(),
                        night.measurement().wallSeconds()))
                .collect(Collectors.joining(",", "{\"nights\":[", "]}"));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static Column column(String header, HorizontalAlign align) {
        return new Column().header(header).headerAlign(align).dataAlign(align);
    }

    private ExportFormat format() {
        return ExportFormat.of(format)
                .orElseThrow(() -> Refusal.usage("Cannot measure: '" + format + "' is no format of an export."));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
