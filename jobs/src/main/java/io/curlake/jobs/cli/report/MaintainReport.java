package io.curlake.jobs.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.upkeep.AbandonedSource;
import io.curlake.jobs.run.upkeep.Freed;
import io.curlake.jobs.run.upkeep.MaintainSummary;
import io.curlake.jobs.run.upkeep.MaintainSummary.Outcome;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.upkeep.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What maintenance did or would do, in words and as JSON. */
public final class MaintainReport {
    private MaintainReport() {}

    public static String of(MaintainSummary summary) {
        boolean isDone = summary.outcome() == Outcome.DONE;
        StringBuilder text = new StringBuilder();
        summary.purged()
                .forEach(
                        (partition, rows) -> text.append(line(partition, rows, isDone ? "purged" : "would be purged")));
        summary.masked().forEach((partition, rows) -> text.append(line(partition, rows, "masked")));
        summary.removed()
                .ifPresent(source -> text.append(isDone ? "Removed" : "Would remove")
                        .append(" source '" + source.name() + "' from every table: " + rows(source) + ".\n"));
        if (!summary.compacted().isEmpty()) {
            text.append(isDone ? "Compacted " : "Would compact ")
                    .append(summary.compacted().stream()
                            .map(TableName::tableName)
                            .collect(Collectors.joining(" and ")))
                    .append(".\n");
        }
        if (summary.expired() > 0) {
            text.append(count(summary.expired(), "delivery", "deliveries"))
                    .append(isDone ? " expired in delivered_cost.\n" : " would expire in delivered_cost.\n");
        }
        for (Reason reason : Reason.values()) {
            text.append(line(reason, summary.freed(), isDone ? "removed" : "would be removed"));
        }
        others(summary).forEach(source -> text.append(abandoned(source)));
        return text.append(isDone ? end(summary.retention()) : "Nothing was changed.")
                .toString();
    }

    /** A source that is about to go needs no warning. */
    private static List<AbandonedSource> others(MaintainSummary summary) {
        return summary.abandoned().stream()
                .filter(source -> summary.removed().filter(source::equals).isEmpty())
                .toList();
    }

    private static String end(Duration retention) {
        return retention.isZero()
                ? "Files that the newest versions do not need are removed."
                : "Files that no version of the last " + words(retention) + " needs are removed.";
    }

    public static String json(MaintainSummary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", "maintain");
        if (summary.outcome() == Outcome.PLANNED) {
            json.put("dry_run", true);
        }
        add(json.putArray("purged"), summary.purged());
        add(json.putArray("masked"), summary.masked());
        ArrayNode compacted = json.putArray("compacted");
        summary.compacted().forEach(table -> compacted.add(table.tableName()));
        json.put("expired_deliveries", summary.expired());
        summary.removed().ifPresent(source -> add(json.putArray("removed_sources"), source));
        ArrayNode abandoned = json.putArray("abandoned_sources");
        others(summary).forEach(source -> add(abandoned, source));
        ArrayNode freed = json.putArray("freed");
        summary.freed()
                .forEach(f -> freed.addObject()
                        .put("table", f.table().tableName())
                        .put("reason", f.reason().name().toLowerCase(Locale.ROOT))
                        .put("files", f.files())
                        .put("bytes", f.bytes()));
        return json.put("retention_hours", summary.retention().toHours()).toString();
    }

    private static void add(ArrayNode array, AbandonedSource source) {
        array.addObject()
                .put("source", source.name())
                .put("rows", source.rows())
                .put("billing_periods", source.periods());
    }

    private static void add(ArrayNode array, Map<Partition, Long> rows) {
        rows.forEach((partition, n) -> array.addObject()
                .put("source", partition.source())
                .put("billing_period", partition.period().toString())
                .put("rows", n));
    }

    private static String line(Partition partition, long rows, String what) {
        return partition + ": " + count(rows, "row", "rows") + " " + what + "\n";
    }

    private static String line(Reason reason, List<Freed> freed, String what) {
        List<Freed> these = freed.stream().filter(f -> f.reason() == reason).toList();
        return these.isEmpty()
                ? ""
                : reason + ": "
                        + count(these.stream().mapToLong(Freed::files).sum(), "file", "files") + ", "
                        + count(these.stream().mapToLong(Freed::bytes).sum(), "byte", "bytes") + " " + what + "\n";
    }

    private static String abandoned(AbandonedSource source) {
        return "Source '" + source.name() + "' is not in the configuration; its tables stay: " + rows(source)
                + ". 'curlake maintain --purge --source " + source.name() + "' removes them.\n";
    }

    /** How much there is of a source. */
    public static String rows(AbandonedSource source) {
        return count(source.rows(), "line item", "line items") + " of "
                + count(source.periods(), "billing period", "billing periods");
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private static String words(Duration retention) {
        long hours = retention.toHours();
        return hours % 24 == 0
                ? hours / 24 + (hours == 24 ? " day" : " days")
                : hours + (hours == 1 ? " hour" : " hours");
    }
}
