package io.curlake.jobs.cli.insight;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.cli.report.insight.BackTestReport;
import io.curlake.jobs.cli.report.insight.ForecastReport;
import io.curlake.jobs.cli.report.insight.RowsJson;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.insight.BackTests;
import io.curlake.jobs.run.insight.InsightRows;
import io.curlake.jobs.table.TableName;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = "Show what the month will have cost, by account and service, and how far forecasts were off.")
public final class ForecastCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private InsightOptions shown;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "So many of the dearest series; default ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--back-test", description = "Show instead what forecasts of closed months would have been off by.")
    private boolean backTest;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw Refusal.usage("Cannot read the arguments: --limit is " + limit + ". Write a number from 0 on.");
        }
        return Jobs.in(options.config(), warehouse -> {
            spec.commandLine().getOut().println(backTest ? tested(warehouse) : forecast(warehouse));
            return 0;
        });
    }

    private String forecast(Warehouse warehouse) {
        List<Row> rows = InsightRows.of(warehouse, TableName.FORECAST, shown.sources(), shown.period());
        return options.isJson() ? RowsJson.of("forecast", rows) : ForecastReport.of(rows, limit);
    }

    private String tested(Warehouse warehouse) {
        List<String> sources = shown.sources().isEmpty()
                ? warehouse.config().sources().stream().map(SourceConfig::name).toList()
                : shown.sources();
        List<BackTests.Line> lines = sources.stream()
                .flatMap(source -> BackTests.of(warehouse, source).stream())
                .toList();
        return options.isJson() ? BackTestReport.json(lines) : BackTestReport.of(lines);
    }
}
