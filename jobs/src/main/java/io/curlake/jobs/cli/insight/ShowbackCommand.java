package io.curlake.jobs.cli.insight;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.cli.report.insight.ShowbackReport;
import io.curlake.jobs.cli.report.insight.TeamCsv;
import io.curlake.jobs.cli.report.insight.TeamTotals;
import io.curlake.jobs.run.insight.InsightRows;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "showback",
        mixinStandardHelpOptions = true,
        description = "Show what each team cost, its part of shared cost included.")
public final class ShowbackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private InsightOptions shown;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every row of the period to this file as well.")
    private @Nullable Path csv;

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        if (config.insight().teams().isEmpty()) {
            throw Refusal.usage(
                    "Cannot show costs of teams: the configuration names no file of teams. Add the key 'showback.teams'.");
        }
        return Jobs.in(config, warehouse -> {
            List<Row> rows = InsightRows.of(warehouse, TableName.TEAM_COST, shown.sources(), shown.period());
            writeCsv(rows);
            spec.commandLine()
                    .getOut()
                    .println(options.isJson() ? TeamTotals.json(rows) : ShowbackReport.of(TeamTotals.of(rows)));
            return 0;
        });
    }

    private void writeCsv(List<Row> rows) {
        if (csv == null) {
            return;
        }
        try {
            TeamCsv.write(csv, rows);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.USAGE, "Cannot write " + csv + ": " + e.getMessage() + ". Name another file.", e);
        }
    }
}
