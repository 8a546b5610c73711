package io.curlake.bench;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.bench.CurlakeLoad.Loaded;
import io.curlake.model.ExportFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tiny",
        mixinStandardHelpOptions = true,
        description = "Load 2,000 line items of one period, from launcher to exit, and again when nothing changed.")
final class TinyCommand implements Callable<Integer> {
    private static final long ROWS = 2_000;
    private static final int CONNECTED = 60;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--repeat", defaultValue = "3", paramLabel = "N", description = "${DEFAULT-VALUE} unless given.")
    private int times;

    @Override
    public Integer call() {
        Workplace workplace = options.workplace();
        SampleExport sample = SampleExport.of(workplace, ExportFormat.CUR2_PARQUET, ROWS);
        List<Loaded> loads = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            CurlakeLoad load = CurlakeLoad.prepare(workplace, sample, sample.linkedAccounts(CONNECTED));
            loads.add(load.run());
            loads.add(load.run());
        }
        options.tidy(workplace);
        spec.commandLine().getOut().println(options.isJson() ? json(loads) : text(loads));
        return 0;
    }

    private static String text(List<Loaded> loads) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                loads,
                List.of(
                        column("2,000 rows", HorizontalAlign.LEFT).with(Loaded::status),
                        number("CPU seconds")
                                .with(load -> seconds(load.measurement().cpuSeconds())),
                        number("Wall seconds")
                                .with(load -> seconds(load.measurement().wallSeconds())),
                        number("Peak MiB")
                                .with(load -> String.valueOf(load.measurement().peakBytes() >> 20))));
    }

    private static String json(List<Loaded> loads) {
        return loads.stream()
                .map(load -> String.format(
                        Locale.ROOT,
                        "{\"status\":\"%s\",\"cpu_seconds\":%.3f,\"wall_seconds\":%.3f,\"peak_bytes\":%d}",
                        load.status(),
                        load.measurement().cpuSeconds(),
                        load.measurement().wallSeconds(),
                        load.measurement().peakBytes()))
                .collect(Collectors.joining(",", "{\"loads\":[", "]}"));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static Column number(String header) {
        return column(header, HorizontalAlign.RIGHT);
    }

    private static Column column(String header, HorizontalAlign align) {
        return new Column().header(header).headerAlign(align).dataAlign(align);
    }
}
