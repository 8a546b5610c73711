package io.curlake.jobs.cli.account;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Without AWS: {@code ./curlake} has a verb of the same name that can also ask AWS Organizations. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take names, owners and the like of accounts from a CSV with the header "
                + "account_id[,name][,owner][,cost_center][,ou_path][,tag:KEY…]. It connects nobody.")
final class AccountsImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private RunOptions runs;

    @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source.")
    private String source = "";

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The CSV.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        return AttributesImport.run(new RecordedVerb(spec, options, runs), options, source, file);
    }
}
