package io.curlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        Set<String> connected = most(sample.linkedAccounts());
        CurlakeLoad load = CurlakeLoad.prepare(workplace, sample.format(), sample.bucket(), List.copyOf(connected));
        List<Night> nights = new ArrayList<>();
        nights.add(night(load, "first load"));
        nights.add(night(load, "nothing changed"));
        sample.restate(workplace, sample.periods().get(months / 2));
        nights.add(night(load, "a month restated"));
        String small = sample.accountOf(SMALL_ACCOUNT, connected);
        load.connect(List.of(small));
        nights.add(night(
                load,
                String.format(Locale.ROOT, "an account of %.1f%% connected", 100.0 * sample.rowsOf(small) / rows)));
        options.tidy(workplace);
        spec.commandLine().getOut().println(options.isJson() ? json(nights) : text(nights));
        return 0;
    }

    /** Three of five accounts, as in the comparison with DuckDB. */
    private static Set<String> most(Set<String> accounts) {
        List<String> linked = List.copyOf(accounts);
        return IntStream.range(0, linked.size())
                .filter(i -> i % 5 < 3)
                .mapToObj(linked::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Night night(CurlakeLoad load, String what) {
        CurlakeLoad.Summarized outcome = load.summarized();
        JsonNode summary = outcome.summary();
        if (!summary.get("balanced").asBoolean()) {
            throw new Refusal(ExitCode.LEDGER_UNBALANCED, "Cannot measure '" + what + "': " + summary);
        }
        long loaded = StreamSupport.stream(summary.get("periods").spliterator(), false)
                .filter(period -> period.get("status").asText().equals("loaded"))
                .count();
        return new Night(what, loaded, outcome.measurement());
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
}
