package io.curlake.cli;

import io.curlake.cli.doctor.DoctorCommand;
import io.curlake.cli.provision.AccountsImportCommand;
import io.curlake.cli.provision.ExportCommand;
import io.curlake.cli.provision.PolicyCommand;
import io.curlake.jobs.cli.CommandLines;
import io.curlake.jobs.cli.Jobs;
import io.curlake.model.Version;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What {@code ./curlake} starts: every verb there is, on this machine's cores unless told otherwise. */
@Command(
        name = "curlake",
        mixinStandardHelpOptions = true,
        version = "curlake " + Version.CURRENT,
        header = "AWS billing exports as Delta tables that tie out to the cent.",
        synopsisSubcommandLabel = "VERB",
        descriptionHeading = "%n",
        description = "Start with 'curlake demo': it needs no AWS and no configuration.",
        commandListHeading = "%nVerbs%n",
        optionListHeading = "%nOptions%n",
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:done, or nothing new",
            "1:unexpected failure",
            "2:usage or configuration",
            "3:nothing delivered yet",
            "4:permission denied",
            "5:delivery unreadable, incomplete or with rejected rows",
            "6:the ledger does not balance",
            "7:another run holds the warehouse lock"
        },
        footer = {"", "Each verb says more with --help. All are safe to repeat and safe to kill."},
        subcommands = {
            DemoCommand.class,
            DoctorCommand.class,
            ExportCommand.class,
            PolicyCommand.class,
            WarmUpCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        })
public final class Curlake {
    private Curlake() {}

    public static void main(String[] arguments) {
        LocalSpark.useUnlessSet();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = CommandLines.of(new Curlake(), Jobs.verbs());
        // The jobs know of CSVs; here AWS Organizations can be asked, too.
        CommandLine accounts =
                Objects.requireNonNull(commandLine.getSubcommands().get("accounts"));
        accounts.getCommandSpec().removeSubcommand("import");
        accounts.addSubcommand(new AccountsImportCommand());
        return commandLine;
    }
}
