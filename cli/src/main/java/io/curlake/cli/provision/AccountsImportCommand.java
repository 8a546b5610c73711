package io.curlake.cli.provision;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.jobs.account.catalog.Origin;
import io.curlake.jobs.cli.Confirmation;
import io.curlake.jobs.cli.account.AttributesImport;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.accounts.AccountCatalog;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.organization.LinkedAccount;
import io.curlake.provisioning.organization.LinkedAccounts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The one verb that needs both sides: AWS says which accounts there are, the warehouse which are connected. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "With --from-organization: take the names of the accounts of the payer's organization, and connect the "
                    + "active ones. Shows which, and asks first. Needs organizations:ListAccounts.",
            "With --file: take names, owners and the like from a CSV with the header "
                    + "account_id[,name][,owner][,cost_center][,ou_path][,tag:KEY…]. It connects nobody."
        })
public final class AccountsImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Mixin
    private RunOptions runs;

    @Option(names = "--from-organization", description = "Ask AWS Organizations.")
    private boolean fromOrganization;

    @Option(names = "--file", paramLabel = "FILE", description = "Read this CSV.")
    private @Nullable Path file;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        if (fromOrganization == (file != null)) {
            throw Refusal.usage(
                    "Cannot import accounts: say from where. Add either --from-organization or --file; a CSV "
                            + "of accounts to connect is for 'accounts connect --file'.");
        }
        RecordedVerb verb = new RecordedVerb(spec, options.common(), runs);
        if (file != null) {
            return AttributesImport.run(verb, options.common(), options.source().name(), file);
        }
        SourceConfig source = options.source();
        List<LinkedAccount> accounts = options.calling(source, LinkedAccounts::of);
        if (accounts.stream().noneMatch(account -> account.id().equals(source.payer()))) {
            throw Refusal.usage("Cannot import accounts for '" + source.name() + "': the organization of these "
                    + "credentials has no account " + source.payer() + ". Use credentials of the payer.");
        }
        return verb.in(options.config(), warehouse -> connect(source, accounts, warehouse));
    }

    private int connect(SourceConfig source, List<LinkedAccount> accounts, Warehouse warehouse) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AttributesImport.words(accounts.size(), taken(source, accounts, warehouse)));
        AccountRegister register = new AccountRegister(warehouse);
        List<LinkedAccount> others = notConnected(source, accounts, register.all());
        others.forEach(account -> out.println(line(account)));
        List<AccountsFile.Line> lines = others.stream()
                .filter(LinkedAccount::isActive)
                .map(account -> new AccountsFile.Line(account.id(), account.name(), Optional.empty()))
                .toList();
        if (lines.isEmpty()) {
            out.println("Nothing to connect: every active account of the organization is connected.");
            return 0;
        }
        String consequence = "This connects " + lines.size() + (lines.size() == 1 ? " account" : " accounts") + " to '"
                + source.name() + "'.";
        if (!yes && !Confirmation.isGiven(spec, consequence)) {
            out.println("Nobody was connected.");
            return 0;
        }
        register.connect(source, lines);
        out.println("Connected " + lines.size() + (lines.size() == 1 ? " account" : " accounts") + " to '"
                + source.name() + "'. The next load brings " + (lines.size() == 1 ? "its" : "their") + " line items.");
        return 0;
    }

    private static long taken(SourceConfig source, List<LinkedAccount> accounts, Warehouse warehouse) {
        List<AccountStatement> statements = accounts.stream()
                .map(account -> AccountStatement.of(account.id())
                        .with(AccountStatement.NAME, account.name())
                        .with(AccountStatement.STATUS, account.status()))
                .toList();
        return new AccountCatalog(warehouse).take(source, Origin.ORGANIZATION, statements);
    }

    private static List<LinkedAccount> notConnected(
            SourceConfig source, List<LinkedAccount> accounts, ConnectedAccounts connected) {
        return accounts.stream()
                .filter(account -> !account.id().equals(source.payer()))
                .filter(account -> connected.accounts().stream()
                        .noneMatch(known -> known.source().equals(source.name())
                                && known.id().equals(account.id())))
                .toList();
    }

    private static String line(LinkedAccount account) {
        return (account.isActive() ? "+ " : "! ") + account.id() + "  " + account.name()
                + (account.isActive() ? "" : " (" + account.status() + ")");
    }
}
