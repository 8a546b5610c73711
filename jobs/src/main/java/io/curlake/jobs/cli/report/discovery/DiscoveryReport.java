package io.curlake.jobs.cli.report.discovery;

import static io.curlake.jobs.cli.report.insight.TableColumns.left;
import static io.curlake.jobs.cli.report.insight.TableColumns.right;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.run.discovery.DiscoverySummary;
import io.curlake.jobs.run.discovery.DiscoverySummary.Findings;
import io.curlake.jobs.run.discovery.DiscoverySummary.Match;
import io.curlake.jobs.run.discovery.DiscoverySummary.Resources;
import io.curlake.jobs.run.discovery.DiscoverySummary.Unseen;
import io.curlake.model.Money;
import java.util.List;
import java.util.stream.Collectors;

/** What was found, what could not be seen, what of it costs what, and what is worth a look. */
public final class DiscoveryReport {
    private static final int SHOWN = 20;

    private DiscoveryReport() {}

    public static String of(DiscoverySummary summary) {
        StringBuilder text = new StringBuilder(resources(summary.resources()));
        if (!summary.unseen().isEmpty()) {
            text.append("\nNot seen, or not all of it (table discovery_run):\n").append(unseen(summary.unseen()));
        }
        text.append("\nWhat it costs, net amortized, the last 30 days of the bill (table resource_cost):\n")
                .append(matches(summary.matches()));
        text.append(
                summary.findings().isEmpty()
                        ? "\nNothing is worth a look.\n"
                        : "\nWorth a look (table recommendation):\n" + findings(summary.findings()));
        return text + "\nRun " + summary.look().runId() + " took "
                + "%.0f s: %,d looks at %,d accounts; %,d resources are there, %,d have ended."
                        .formatted(
                                summary.seconds(),
                                summary.looks(),
                                summary.accounts(),
                                summary.resources().stream()
                                        .mapToLong(Resources::active)
                                        .sum(),
                                summary.resources().stream()
                                        .mapToLong(Resources::ended)
                                        .sum());
    }

    private static String resources(List<Resources> types) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                types,
                List.of(
                        left("Type").with(Resources::type),
                        right("Resources").with(type -> "%,d".formatted(type.active())),
                        right("Ended").with(type -> "%,d".formatted(type.ended()))));
    }

    private static String unseen(List<Unseen> unseen) {
        String table = AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                unseen.stream().limit(SHOWN).toList(),
                List.of(
                        left("").with(Unseen::outcome),
                        left("Type").with(Unseen::type),
                        right("Places").with(one -> "%,d".formatted(one.places())),
                        left("For example").with(Unseen::place),
                        left("Why, and what to do").maxWidth(80).with(Unseen::message)));
        String statements = unseen.stream()
                .map(Unseen::statement)
                .filter(statement -> !statement.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n  "));
        String more =
                unseen.size() > SHOWN ? "\n" + (unseen.size() - SHOWN) + " more reasons are in discovery_run." : "";
        return table
                + more
                + (statements.isEmpty()
                        ? ""
                        : "\nStatements to add ('curlake policy discovery' has all of them):\n  " + statements + "\n");
    }

    private static String matches(List<Match> matches) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                matches,
                List.of(
                        left("").with(Match::match),
                        left("Why").with(Match::explanation),
                        right("Rows").with(match -> "%,d".formatted(match.rows())),
                        right("Cost").with(match -> LoadReport.money(match.cost())),
                        left("").with(Match::currency)));
    }

    private static String findings(List<Findings> findings) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                findings,
                List.of(
                        left("Rule").with(Findings::rule),
                        right("Findings").with(one -> "%,d".formatted(one.count())),
                        right("Saving a month").with(DiscoveryReport::saving),
                        left("First of them").maxWidth(70).with(Findings::example)));
    }

    private static String saving(Findings findings) {
        return findings.savings().isEmpty()
                ? "not known"
                : findings.savings().entrySet().stream()
                        .map(saving -> LoadReport.money(saving.getValue()) + " " + saving.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** The same for programs; amounts are exact decimal texts. */
    public static String json(DiscoverySummary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verb", "discover")
                .put("run_id", summary.look().runId())
                .put("accounts", summary.accounts())
                .put("looks", summary.looks())
                .put("exit_code", summary.exitCode().code())
                .put("seconds", summary.seconds());
        ArrayNode resources = json.putArray("resources");
        summary.resources()
                .forEach(type -> resources
                        .addObject()
                        .put("resource_type", type.type())
                        .put("active", type.active())
                        .put("ended", type.ended()));
        ArrayNode unseen = json.putArray("unseen");
        summary.unseen()
                .forEach(one -> unseen.addObject()
                        .put("outcome", one.outcome())
                        .put("resource_type", one.type())
                        .put("places", one.places())
                        .put("action", one.action())
                        .put("statement", one.statement())
                        .put("message", one.message()));
        ArrayNode costs = json.putArray("costs");
        summary.matches()
                .forEach(match -> costs.addObject()
                        .put("match", match.match())
                        .put("explanation", match.explanation())
                        .put("currency", match.currency())
                        .put("rows", match.rows())
                        .put("net_amortized_cost", Money.plain(match.cost())));
        ArrayNode findings = json.putArray("findings");
        summary.findings().forEach(one -> {
            ObjectNode savings = findings.addObject()
                    .put("rule", one.rule())
                    .put("findings", one.count())
                    .putObject("savings");
            one.savings().forEach((currency, saving) -> savings.put(currency, Money.plain(saving)));
        });
        return json.toString();
    }
}
