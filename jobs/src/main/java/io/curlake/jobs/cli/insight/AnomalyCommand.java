package io.curlake.jobs.cli.insight;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.cli.report.insight.AnomalyReport;
import io.curlake.jobs.cli.report.insight.RowsJson;
import io.curlake.jobs.run.insight.InsightRows;
import io.curlake.jobs.table.TableName;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "anomaly",
        mixinStandardHelpOptions = true,
        description = "Show the days that cost something else than the days before them let expect, and what of.")
public final class AnomalyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private InsightOptions shown;

    @Override
    public Integer call() {
        return Jobs.in(options.config(), warehouse -> {
            List<Row> rows = InsightRows.of(warehouse, TableName.ANOMALY, shown.sources(), shown.period());
            spec.commandLine()
                    .getOut()
                    .println(options.isJson() ? RowsJson.of("anomaly", rows) : AnomalyReport.of(rows));
            return 0;
        });
    }
}
