package io.curlake.jobs.cli.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.record.Stage;
import io.curlake.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A stage as a line: {@code key=value} pairs, or one JSON object. Sums are exact. */
final class StageText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:/-]+");

    private StageText() {}

    /** {@code verb=load stage=kept source=acme … rows=2 unblended_cost.USD=1.5 seconds=0.1}. */
    static String pairs(String runId, Stage stage) {
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("run_id", runId));
        pairs.add(pair("verb", stage.verb()));
        pairs.add(pair("stage", stage.stage()));
        stage.where().forEach((name, value) -> pairs.add(pair(name, value)));
        stage.rows().ifPresent(rows -> pairs.add(pair("rows", String.valueOf(rows))));
        stage.sums()
                .forEach((name, byCurrency) -> byCurrency.forEach((currency, sum) ->
                        pairs.add(pair(currency.isEmpty() ? name : name + "." + currency, Money.plain(sum)))));
        stage.seconds().ifPresent(seconds -> pairs.add(pair("seconds", String.valueOf(thousandths(seconds)))));
        return String.join(" ", pairs);
    }

    static String json(String runId, Stage stage) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("run_id", runId)
                .put("verb", stage.verb())
                .put("stage", stage.stage());
        stage.where().forEach(json::put);
        stage.rows().ifPresent(rows -> json.put("rows", rows));
        stage.sums().forEach((name, byCurrency) -> {
            ObjectNode sums = json.putObject(name);
            byCurrency.forEach((currency, sum) -> sums.put(currency, Money.plain(sum)));
        });
        stage.seconds().ifPresent(seconds -> json.put("seconds", thousandths(seconds)));
        return json.toString();
    }

    private static String pair(String name, String value) {
        return name + "=" + (PLAIN.matcher(value).matches() ? value : quoted(value));
    }

    private static String quoted(String value) {
        return JsonNodeFactory.instance.textNode(value).toString();
    }

    private static double thousandths(double seconds) {
        return Math.round(seconds * 1e3) / 1e3;
    }
}
