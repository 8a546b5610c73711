package io.curlake.jobs.cli.gold;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.run.build.BuildSummary;
import io.curlake.jobs.run.build.BuiltPeriod;
import io.curlake.jobs.run.build.BuiltPeriod.Status;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The closing words of a build. */
public final class BuildReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BuildReport() {}

    public static String of(BuildSummary summary) {
        StringBuilder text = new StringBuilder(table(summary)).append('\n');
        for (BuiltPeriod period : summary.periods()) {
            period.remarks()
                    .forEach(remark -> text.append("! ")
                            .append(period.partition())
                            .append(": ")
                            .append(remark)
                            .append('\n'));
            period.refusal()
                    .ifPresent(refusal ->
                            text.append("✗ ").append(refusal.getMessage()).append('\n'));
        }
        summary.remarks().forEach(remark -> text.append("· ").append(remark).append('\n'));
        return text.append(verdict(summary)).toString();
    }

    private static String table(BuildSummary summary) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                summary.periods(),
                List.of(
                        new Column()
                                .header("Source")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(period -> period.partition().source()),
                        new Column()
                                .header("Period")
                                .with(period -> period.partition().period().toString()),
                        new Column()
                                .header("Gold tables")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(period -> words(period.status())),
                        new Column()
                                .header("Delivery")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(BuiltPeriod::deliveryId),
                        new Column().header("Line items").with(BuildReport::rows),
                        new Column()
                                .header("Seconds")
                                .with(period -> String.format(Locale.ROOT, "%.1f", period.seconds()))));
    }

    private static String words(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String rows(BuiltPeriod period) {
        return period.status() == Status.BUILT ? String.format(Locale.ROOT, "%,d", period.rows()) : "";
    }

    private static String verdict(BuildSummary summary) {
        long built = summary.count(Status.BUILT);
        long refused = summary.count(Status.REFUSED);
        String seconds = String.format(Locale.ROOT, " (%.1f s)", summary.seconds());
        if (refused > 0) {
            return built + " built, " + refused + " refused: see ✗ above." + seconds;
        }
        return built == 0
                ? "Nothing changed since the last build." + seconds
                : built + (built == 1 ? " period" : " periods")
                        + " built: rows and costs are those that the ledger says were kept, to the last decimal."
                        + seconds;
    }

    public static String json(BuildSummary summary) {
        ObjectNode json = JSON.createObjectNode();
        json.put("verb", "build");
        json.put("seconds", tenths(summary.seconds()));
        ArrayNode periods = json.putArray("periods");
        for (BuiltPeriod period : summary.periods()) {
            ObjectNode node = periods.addObject()
                    .put("source", period.partition().source())
                    .put("billing_period", period.partition().period().toString())
                    .put("delivery", period.deliveryId())
                    .put("status", words(period.status()))
                    .put("rows", period.rows())
                    .put("seconds", tenths(period.seconds()));
            ObjectNode tables = node.putObject("tables");
            new TreeMap<>(period.tables()).forEach((table, seconds) -> tables.put(table.tableName(), tenths(seconds)));
            if (!period.remarks().isEmpty()) {
                period.remarks().forEach(node.putArray("remarks")::add);
            }
            period.refusal()
                    .ifPresent(refusal -> node.put("error", refusal.getMessage())
                            .put("exit", refusal.exitCode().code()));
        }
        if (!summary.remarks().isEmpty()) {
            summary.remarks().forEach(json.putArray("remarks")::add);
        }
        return json.toString();
    }

    private static double tenths(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
