package io.curlake.jobs.cli.sql;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.query.Query;
import io.curlake.jobs.run.query.QueryResult;
import io.curlake.jobs.run.query.QueryResult.Rest;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Answer a query over the tables, each under its bare name, in the SQL of Spark. Nothing can be changed.",
            "With --json: one array, an object for each row, decimals as exact texts."
        })
public final class SqlCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..1",
            description = "The query, as \"SELECT …\"; '-' reads it from standard input.")
    private Optional<String> query = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "The file of the query; '-' for standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--csv", description = "Print CSV: NULL is nothing, an empty text is \"\".")
    private boolean csv;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Print so many rows at most, and say where there are more; default ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--tables", description = "List the tables, and what a row of each is.")
    private boolean tables;

    @Override
    public Integer call() {
        if (tables) {
            return tables();
        }
        if (csv && options.isJson()) {
            throw Refusal.usage("Cannot print the answer as CSV and as JSON: it is one or the other. Leave one out.");
        }
        if (rows < 0) {
            throw Refusal.usage("Cannot read the arguments: --rows is " + rows + ". Write a number from 0 on.");
        }
        String text = QueryText.of(query, file, System.in);
        CurlakeConfig config = options.config();
        return Jobs.in(config, warehouse -> answer(warehouse, text));
    }

    private int tables() {
        if (query.isPresent() || file.isPresent()) {
            throw Refusal.usage("Cannot list the tables and run SQL at once: leave the query or --tables out.");
        }
        spec.commandLine().getOut().println(options.isJson() ? TableList.json() : TableList.text());
        return 0;
    }

    private int answer(Warehouse warehouse, String text) {
        QueryResult answer = new Query(warehouse).run(text, rows);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (csv) {
            out.print(AnswerCsv.of(answer));
        } else if (options.isJson()) {
            out.println(AnswerJson.of(answer));
        } else {
            AnswerTable table = new AnswerTable(answer);
            out.println(table.text());
            if (table.cut() > 0) {
                err.println(table.notice());
            }
        }
        out.flush();
        if (answer.rest() == Rest.MORE_ROWS) {
            err.println(String.format(
                    Locale.ROOT,
                    "There are more rows than the %,d that are printed. For more of them write --rows N.",
                    answer.rows().size()));
        }
        return 0;
    }
}
