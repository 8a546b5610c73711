package io.curlake.jobs.cli;

import io.curlake.jobs.cli.account.AccountsCommand;
import io.curlake.jobs.cli.alert.AlertsCommand;
import io.curlake.jobs.cli.discovery.DiscoverCommand;
import io.curlake.jobs.cli.focus.FocusCommand;
import io.curlake.jobs.cli.gold.BuildCommand;
import io.curlake.jobs.cli.insight.AnomalyCommand;
import io.curlake.jobs.cli.insight.BudgetCommand;
import io.curlake.jobs.cli.insight.ForecastCommand;
import io.curlake.jobs.cli.insight.ShowbackCommand;
import io.curlake.jobs.cli.night.RunCommand;
import io.curlake.jobs.cli.page.ReportCommand;
import io.curlake.jobs.cli.sql.SqlCommand;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.Version;
import io.curlake.model.config.CurlakeConfig;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class of the jobs jar: the verbs that run under spark-submit. */
@Command(
        name = "curlake",
        mixinStandardHelpOptions = true,
        version = "curlake " + Version.CURRENT,
        description = "AWS billing exports as Delta tables that tie out to the cent.",
        subcommands = CommandLine.HelpCommand.class)
public final class Jobs {
    private Jobs() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** A command line with all verbs. */
    public static CommandLine commandLine() {
        return CommandLines.of(new Jobs(), verbs());
    }

    /** The verbs, in the order of the help. */
    public static List<Object> verbs() {
        return List.of(
                new SampleCommand(),
                new AccountsCommand(),
                new LoadCommand(),
                new BuildCommand(),
                new ReconcileCommand(),
                new DiffCommand(),
                new StabilityCommand(),
                new MaintainCommand(),
                new FocusCommand(),
                new AlertsCommand(),
                new ForecastCommand(),
                new AnomalyCommand(),
                new BudgetCommand(),
                new ShowbackCommand(),
                new DiscoverCommand(),
                new ReportCommand(),
                new RunCommand(),
                new SqlCommand());
    }

    /** Works in the warehouse of the configuration. A session that runs already is used, and left to its owner. */
    public static int in(CurlakeConfig config, Function<Warehouse, Integer> work) {
        boolean isRunning = SparkSession.getDefaultSession().isDefined();
        SparkSession spark = SparkSessions.open(config);
        try {
            return work.apply(Warehouse.open(spark, config, Clock.systemUTC()));
        } finally {
            if (!isRunning) {
                spark.stop();
            }
        }
    }
}
