package io.curlake.jobs.cli.report.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.cost.amount.SignedMoney;
import io.curlake.jobs.restatement.stability.Stability;
import io.curlake.jobs.restatement.stability.StabilityFindings;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** How much of a day's cost still moved, by the age of the day. */
public final class StabilityReport {
    /** So many ages are shown in any case; of older ones those at which something moved. */
    private static final int FIRST_AGES = 8;

    private StabilityReport() {}

    private record Line(String currency, Stability.Age age) {}

    public static String of(StabilityFindings findings) {
        if (!findings.isEnough()) {
            return findings.line();
        }
        List<Line> lines = findings.currencies().stream()
                .flatMap(stability -> stability.ages().stream()
                        .filter(StabilityReport::isShown)
                        .map(age -> new Line(stability.currency(), age)))
                .toList();
        String table = AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                lines,
                List.of(
                        right("Days old")
                                .with(line ->
                                        String.valueOf(line.age().movement().age())),
                        right("Days watched")
                                .with(line -> String.valueOf(line.age().days())),
                        right("Their cost")
                                .with(line -> LoadReport.money(line.age().cost())),
                        right("Moved")
                                .with(line ->
                                        LoadReport.money(line.age().movement().gross())),
                        right("Net")
                                .with(line ->
                                        SignedMoney.of(line.age().movement().net())),
                        right("Share moved").with(line -> percent(line.age().share())),
                        right("").with(Line::currency)));
        return table + "\n" + findings.line();
    }

    private static boolean isShown(Stability.Age age) {
        return age.movement().age() < FIRST_AGES || age.movement().gross().signum() != 0;
    }

    /** The same as one JSON object: every age that was watched; costs are exact decimal texts. */
    public static String json(StabilityFindings findings) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("verb", "stability")
                .put("restatements", findings.restatements())
                .put("known", findings.isEnough());
        ArrayNode currencies = json.putArray("currencies");
        findings.currencies().forEach(stability -> add(currencies.addObject(), stability));
        return json.toString();
    }

    private static void add(ObjectNode json, Stability stability) {
        json.put("currency", stability.currency());
        stability.stillAfter().ifPresent(days -> json.put("still_after_days", days));
        ArrayNode ages = json.putArray("ages");
        stability
                .ages()
                .forEach(age -> ages.addObject()
                        .put("days_old", age.movement().age())
                        .put("days_watched", age.days())
                        .put("unblended_cost", Money.plain(age.cost()))
                        .put("moved_unblended_cost", Money.plain(age.movement().gross()))
                        .put("net_unblended_cost", Money.plain(age.movement().net()))
                        .put("share", Money.plain(age.share())));
    }

    private static String percent(BigDecimal share) {
        return String.format(Locale.ROOT, "%.3f%%", share.movePointRight(2).setScale(3, RoundingMode.HALF_UP));
    }

    private static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }
}
