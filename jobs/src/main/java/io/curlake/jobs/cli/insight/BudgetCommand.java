package io.curlake.jobs.cli.insight;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.cli.report.insight.BudgetReport;
import io.curlake.jobs.cli.report.insight.RowsJson;
import io.curlake.jobs.run.insight.InsightRows;
import io.curlake.jobs.table.TableName;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        description = "Show how the budgets of the configuration stand, and where they will end.")
public final class BudgetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private InsightOptions shown;

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        if (config.insight().budgets().isEmpty()) {
            throw Refusal.usage("Cannot show budgets: the configuration has none. Add the key 'budgets' to it.");
        }
        return Jobs.in(config, warehouse -> {
            List<Row> rows = InsightRows.of(warehouse, TableName.BUDGET_STATUS, shown.sources(), shown.period());
            spec.commandLine().getOut().println(options.isJson() ? RowsJson.of("budget", rows) : BudgetReport.of(rows));
            return 0;
        });
    }
}
