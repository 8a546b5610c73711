package io.curlake.provisioning.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.listing.ExportList.Entry;
import io.curlake.provisioning.report.DenialReport;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a list. */
public final class ListReport {
    private ListReport() {}

    public static String of(ExportList list) {
        StringBuilder text = new StringBuilder();
        if (list.entries().isEmpty()) {
            text.append("Account ")
                    .append(list.account())
                    .append(" has no exports and no reports")
                    .append(list.denied().isEmpty() ? "" : " that may be read")
                    .append(".\n");
        } else {
            List<List<String>> rows = Stream.concat(
                            Stream.of(List.of("NAME", "TABLE", "DESTINATION", "FORMAT", "STATUS")),
                            list.entries().stream().map(ListReport::cells))
                    .toList();
            rows.forEach(row -> text.append(line(row, rows)));
        }
        return text.append(DenialReport.of(list.denied())).toString();
    }

    public static String json(ExportList list) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verb", "export list");
        json.put("account", list.account().value());
        json.put("exit_code", list.exitCode().code());
        ArrayNode exports = json.putArray("exports");
        list.entries()
                .forEach(entry -> exports.addObject()
                        .put("name", entry.name())
                        .put("table", entry.table())
                        .put("destination", entry.destination())
                        .put("format", entry.format())
                        .put("status", entry.status()));
        json.set("denied", DenialReport.json(list.denied()));
        return json.toString();
    }

    private static List<String> cells(Entry entry) {
        return List.of(entry.name(), entry.table(), entry.destination(), entry.format(), entry.status());
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        IntStream.range(0, row.size()).forEach(i -> {
            int width =
                    rows.stream().mapToInt(other -> other.get(i).length()).max().orElse(0);
            line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
        });
        return line.toString().stripTrailing() + "\n";
    }
}
