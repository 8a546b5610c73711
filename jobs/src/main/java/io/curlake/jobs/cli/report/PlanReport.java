package io.curlake.jobs.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.run.PlannedLoad;
import java.util.List;
import java.util.Locale;

/** What a load would do, as a table. */
public final class PlanReport {
    private PlanReport() {}

    public static String of(List<PlannedLoad> planned) {
        String table = AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                planned,
                List.of(
                        new Column().header("Source").with(p -> p.partition().source()),
                        new Column()
                                .header("Period")
                                .with(p -> p.partition().period().toString()),
                        new Column().header("Would load").with(p -> p.isDue() ? "yes" : "no"),
                        new Column().header("Files").with(p -> p.isDue() ? String.valueOf(p.files()) : ""),
                        new Column().header("Bytes").with(p -> p.isDue() ? bytes(p.bytes()) : ""),
                        new Column()
                                .header("Because")
                                .dataAlign(HorizontalAlign.LEFT)
                                .maxWidth(100)
                                .with(PlannedLoad::reason)));
        long due = planned.stream().filter(PlannedLoad::isDue).count();
        return table + "\n" + due + " of " + planned.size() + " periods would be loaded. Nothing was changed.";
    }

    /** The same as one JSON object. */
    public static String json(List<PlannedLoad> planned) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("verb", "load").put("dry_run", true);
        ArrayNode periods = json.putArray("periods");
        planned.forEach(plan -> periods.addObject()
                .put("source", plan.partition().source())
                .put("billing_period", plan.partition().period().toString())
                .put("due", plan.isDue())
                .put("files", plan.files())
                .put("bytes", plan.bytes())
                .put("reason", plan.reason()));
        return json.toString();
    }

    private static String bytes(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }
}
