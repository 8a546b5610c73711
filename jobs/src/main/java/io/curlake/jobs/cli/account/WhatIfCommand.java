package io.curlake.jobs.cli.account;

import io.curlake.jobs.cli.Arguments;
import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.run.accounts.WhatIf;
import io.curlake.jobs.run.accounts.WhatIfAnswer;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = "Say what connecting or disconnecting accounts would change, from the tables alone.",
        synopsisSubcommandLabel = "VERB")
final class WhatIfCommand {
    @Spec
    private CommandSpec spec;

    /** Whom to ask about, and where. */
    static final class Question {
        @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source.")
        private String source = "";

        @Option(
                names = "--period",
                paramLabel = "YYYY-MM",
                description = "Only this billing period; may be repeated. All loaded ones unless given.")
        private List<String> periods = List.of();

        @Parameters(paramLabel = "ID", arity = "1..*", description = "Account ids.")
        private List<String> ids = List.of();
    }

    @Command(
            name = "connect",
            mixinStandardHelpOptions = true,
            description = "What would appear in line_item, and which commitments would be used across the border.")
    int connect(@Mixin CommonOptions options, @Mixin Question question) {
        List<AccountId> accounts = Arguments.accounts(question.ids);
        return answer(options, question, whatIf -> whatIf.connect(accounts));
    }

    @Command(
            name = "disconnect",
            mixinStandardHelpOptions = true,
            description = "What would vanish from line_item, and which commitments would be used across the border.")
    int disconnect(@Mixin CommonOptions options, @Mixin Question question) {
        List<AccountId> accounts = Arguments.accounts(question.ids);
        return answer(options, question, whatIf -> whatIf.disconnect(accounts));
    }

    private int answer(CommonOptions options, Question question, Function<WhatIf, WhatIfAnswer> ask) {
        CurlakeConfig config = options.config();
        SourceConfig source = config.source(question.source);
        List<BillingPeriod> periods = Arguments.periods(question.periods);
        return Jobs.in(config, warehouse -> {
            WhatIfAnswer answer = ask.apply(new WhatIf(warehouse, source, periods));
            spec.commandLine().getOut().println(options.isJson() ? WhatIfReport.json(answer) : WhatIfReport.of(answer));
            return 0;
        });
    }
}
