package io.curlake.jobs.cli.discovery;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import io.curlake.jobs.cli.report.discovery.DiscoveryReport;
import io.curlake.jobs.discovery.search.AwsSearch;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.discovery.Discover;
import io.curlake.jobs.run.discovery.DiscoverySummary;
import io.curlake.model.AccountId;
import io.curlake.model.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code discover}. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = "Find the resources behind the cost in every connected account, and what is worth a look.")
public final class DiscoverCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private RunOptions runs;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "Look at this account only; may be repeated. All that are connected, unless given.")
    private String[] accounts = {};

    @Override
    public Integer call() {
        List<AccountId> only =
                Arrays.stream(accounts).map(DiscoverCommand::account).toList();
        RecordedVerb verb = new RecordedVerb(spec, options, runs);
        return verb.in(options.config(), warehouse -> discover(warehouse, only, verb));
    }

    private int discover(Warehouse warehouse, List<AccountId> only, RecordedVerb verb) {
        DiscoverySummary summary = new Discover(
                        warehouse,
                        AwsSearch.of(warehouse.config(), warehouse.clock()),
                        sentence -> spec.commandLine().getErr().println(sentence))
                .run(only);
        spec.commandLine()
                .getOut()
                .println(options.isJson() ? verb.json(DiscoveryReport.json(summary)) : DiscoveryReport.of(summary));
        return summary.exitCode().code();
    }

    private static AccountId account(String text) {
        try {
            return new AccountId(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("Cannot discover: " + e.getMessage() + ".");
        }
    }
}
