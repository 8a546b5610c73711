package io.curlake.jobs.cli;

import io.curlake.jobs.cli.gold.BridgeReport;
import io.curlake.jobs.cli.gold.MigrationJson;
import io.curlake.jobs.cli.gold.MigrationReport;
import io.curlake.jobs.cli.report.JobSummaryJson;
import io.curlake.jobs.cli.report.ProofReport;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.Reconcile;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.bridge.Bridges;
import io.curlake.jobs.run.bridge.InvoiceBridge;
import io.curlake.jobs.run.bridge.migration.Migration;
import io.curlake.jobs.run.bridge.migration.MigrationRequest;
import io.curlake.jobs.run.bridge.migration.MigrationResult;
import io.curlake.jobs.table.Partition;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Prove loaded periods again from the stored delivery and the tables; print the proof.")
final class ReconcileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private PeriodOptions periods;

    @Option(
            names = "--between",
            arity = "2",
            paramLabel = "NAME",
            description =
                    "Compare two sources of one payer instead, and say whether the second can take the place of the "
                            + "first: before a move from legacy CUR to CUR 2.0.")
    private List<String> between = List.of();

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        LoadRequest request = periods.request(Set.of());
        if (between.isEmpty()) {
            return Jobs.in(config, warehouse -> reconcile(warehouse, request));
        }
        if (!request.sources().isEmpty()) {
            throw Refusal.usage("Cannot read the arguments: --between names the sources. Leave --source out.");
        }
        MigrationRequest migration = MigrationRequest.of(config, between, request.periods());
        return Jobs.in(config, warehouse -> compare(warehouse, migration));
    }

    private int compare(Warehouse warehouse, MigrationRequest migration) {
        MigrationResult result = new Migration(warehouse).run(migration);
        spec.commandLine().getOut().println(options.isJson() ? MigrationJson.of(result) : MigrationReport.of(result));
        return result.exitCode().code();
    }

    private int reconcile(Warehouse warehouse, LoadRequest request) {
        LoadSummary summary = new Reconcile(warehouse).run(request);
        PrintWriter out = spec.commandLine().getOut();
        if (options.isJson()) {
            Bridges bridges = new Bridges(warehouse);
            out.println(JobSummaryJson.of(
                    "reconcile", summary, (json, period) -> BridgeReport.add(json, bridges.of(period.partition()))));
        } else {
            summary.periods().forEach(period -> bridge(warehouse, period.partition(), out));
            out.println(ProofReport.of(summary));
        }
        return summary.exitCode().code();
    }

    /** Nothing where the period's gold tables are not built yet. */
    private static void bridge(Warehouse warehouse, Partition partition, PrintWriter out) {
        Bridges bridges = new Bridges(warehouse);
        List<InvoiceBridge> found = bridges.of(partition);
        if (!found.isEmpty()) {
            out.println("From the invoice to cost measures, " + partition + ":");
            out.println(BridgeReport.of(found, bridges.acrossTheBorder(partition)));
        }
    }
}
