package io.curlake.jobs.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.upkeep.Maintain;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What maintenance did, in words and as JSON. */
public final class MaintainReport {
    private MaintainReport() {}

    public static String of(Maintain.Done done) {
        StringBuilder text = new StringBuilder();
        done.purged().forEach((partition, rows) -> text.append(line(partition, rows, "purged")));
        done.masked().forEach((partition, rows) -> text.append(line(partition, rows, "masked")));
        if (!done.compacted().isEmpty()) {
            text.append("Compacted ")
                    .append(done.compacted().stream().map(TableName::tableName).collect(Collectors.joining(" and ")))
                    .append(".\n");
        }
        return text.append(
                        done.retention().isZero()
                                ? "Files that the newest versions do not need are removed."
                                : "Files that no version of the last " + words(done.retention())
                                        + " needs are removed.")
                .toString();
    }

    public static String json(Maintain.Done done) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", "maintain");
        add(json.putArray("purged"), done.purged());
        add(json.putArray("masked"), done.masked());
        ArrayNode compacted = json.putArray("compacted");
        done.compacted().forEach(table -> compacted.add(table.tableName()));
        return json.put("retention_hours", done.retention().toHours()).toString();
    }

    private static void add(ArrayNode array, Map<Partition, Long> rows) {
        rows.forEach((partition, n) -> array.addObject()
                .put("source", partition.source())
                .put("billing_period", partition.period().toString())
                .put("rows", n));
    }

    private static String line(Partition partition, long rows, String what) {
        return String.format(Locale.ROOT, "%s: %,d %s %s%n", partition, rows, rows == 1 ? "row" : "rows", what);
    }

    private static String words(Duration retention) {
        long hours = retention.toHours();
        return hours % 24 == 0
                ? hours / 24 + (hours == 24 ? " day" : " days")
                : hours + (hours == 1 ? " hour" : " hours");
    }
}
