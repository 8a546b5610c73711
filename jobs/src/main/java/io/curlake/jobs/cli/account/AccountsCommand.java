package io.curlake.jobs.cli.account;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.cli.Arguments;
import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Confirmation;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.accounts.AccountList;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = "List, connect and disconnect the linked accounts whose cost is kept.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {WhatIfCommand.class, AccountsImportCommand.class})
public final class AccountsCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Show every account: connected or not, since when, and its unblended cost in the last three "
                    + "loaded billing periods.")
    int list(@Mixin CommonOptions options) {
        CurlakeConfig config = options.config();
        return Jobs.in(config, warehouse -> {
            AccountList list = AccountList.of(warehouse);
            return say(options.isJson() ? AccountsReport.json(list) : AccountsReport.of(list));
        });
    }

    @Command(
            name = "connect",
            mixinStandardHelpOptions = true,
            description = "Connect accounts to a source: by their ids, or from a CSV with the header "
                    + "account_id[,name][,connected_from].")
    int connect(
            @Mixin CommonOptions options,
            @Mixin RunOptions runs,
            @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source.") String name,
            @Option(names = "--file", paramLabel = "FILE", description = "The CSV.") Path file,
            @Option(names = "--from", paramLabel = "YYYY-MM", description = "The first connected billing period.")
                    String from,
            @Parameters(paramLabel = "ID", arity = "0..*", description = "Account ids.") List<String> ids) {
        CurlakeConfig config = options.config();
        SourceConfig source = config.source(name);
        List<AccountsFile.Line> lines = lines(file, ids, from);
        return new RecordedVerb(verb("connect"), options, runs).in(config, warehouse -> {
            new AccountRegister(warehouse).connect(source, lines);
            return say("Connected " + accounts(lines.size()) + " to '" + name + "'. The next load brings "
                    + (lines.size() == 1 ? "its" : "their") + " line items.");
        });
    }

    @Command(
            name = "disconnect",
            mixinStandardHelpOptions = true,
            description = "End the connection of accounts to a source.")
    int disconnect(
            @Mixin CommonOptions options,
            @Mixin RunOptions runs,
            @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "YYYY-MM",
                            description = "The first billing period without them; all periods unless given.")
                    String from,
            @Option(names = "--yes", description = "Do not ask.") boolean yes,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "Account ids.") List<String> ids) {
        CurlakeConfig config = options.config();
        SourceConfig source = config.source(name);
        List<AccountId> accounts = Arguments.accounts(ids);
        Optional<BillingPeriod> end = period(from);
        if (end.isEmpty() && !yes && !Confirmation.isGiven(spec, vanishing(accounts, name))) {
            return say("Nothing was changed.");
        }
        return new RecordedVerb(verb("disconnect"), options, runs).in(config, warehouse -> {
            new AccountRegister(warehouse).disconnect(source, accounts, end);
            return say("Disconnected " + accounts(accounts.size()) + " from '" + name + "'. The next load drops "
                    + (accounts.size() == 1 ? "its" : "their")
                    + " line items and values them in unconnected_cost.");
        });
    }

    private static String vanishing(List<AccountId> accounts, String source) {
        return "All line items of " + accounts(accounts.size()) + ", of every billing period of '" + source
                + "', will vanish from line_item with the next load and be valued in unconnected_cost.";
    }

    private List<AccountsFile.Line> lines(Path file, List<String> ids, String from) {
        boolean named = ids != null && !ids.isEmpty();
        if (named == (file != null)) {
            throw Refusal.usage("Cannot connect accounts: name their ids, or a file with --file.");
        }
        if (file != null && from != null) {
            throw Refusal.usage("Cannot connect accounts: --from goes with ids; a file has a column connected_from.");
        }
        if (file == null) {
            return Arguments.accounts(ids).stream()
                    .map(id -> new AccountsFile.Line(id, "", period(from)))
                    .toList();
        }
        return AccountsFile.read(file.toString(), AccountFiles.content(file));
    }

    private static String accounts(int number) {
        return number + (number == 1 ? " account" : " accounts");
    }

    private static Optional<BillingPeriod> period(String text) {
        return text == null
                ? Optional.empty()
                : Arguments.periods(List.of(text)).stream().findFirst();
    }

    private CommandSpec verb(String name) {
        return Objects.requireNonNull(spec.subcommands().get(name), name).getCommandSpec();
    }

    private int say(String words) {
        spec.commandLine().getOut().println(words);
        return 0;
    }
}
