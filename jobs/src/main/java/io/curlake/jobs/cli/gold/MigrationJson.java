package io.curlake.jobs.cli.gold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.bridge.migration.ComparedPeriod;
import io.curlake.jobs.run.bridge.migration.Concern;
import io.curlake.jobs.run.bridge.migration.MigrationResult;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.model.Money;
import java.util.Locale;

/** A comparison of two sources as one JSON object; costs are exact decimal texts. */
public final class MigrationJson {
    private MigrationJson() {}

    public static String of(MigrationResult result) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("verb", "reconcile")
                .put("from", result.request().from().name())
                .put("to", result.request().to().name())
                .put("verdict", lower(result.verdict()));
        ArrayNode periods = json.putArray("periods");
        result.periods().forEach(period -> add(periods.addObject(), period));
        ArrayNode onlyFrom = json.putArray("periods_of_from_only");
        result.onlyFrom().forEach(period -> onlyFrom.add(period.toString()));
        ArrayNode onlyTo = json.putArray("periods_of_to_only");
        result.onlyTo().forEach(period -> onlyTo.add(period.toString()));
        return json.toString();
    }

    private static void add(ObjectNode json, ComparedPeriod period) {
        json.put("billing_period", period.pair().period().toString())
                .put("verdict", lower(period.verdict()))
                .put("open", period.isOpen());
        add(json.putObject("from"), period.pair().from());
        add(json.putObject("to"), period.pair().to());
        ArrayNode concerns = json.putArray("concerns");
        ConcernWords words = new ConcernWords(period.pair(), period.isOpen());
        period.concerns().forEach(concern -> add(concerns.addObject(), concern, words));
        ArrayNode delivered = json.putArray("delivered");
        period.delivered().stream()
                .filter(sum -> sum.dimension() == Dimension.TOTAL || !sum.isExact())
                .forEach(sum -> add(delivered.addObject(), sum));
        ArrayNode gold = json.putArray("daily_cost");
        period.gold().costs().stream()
                .filter(sum -> sum.dimension() == Dimension.TOTAL || !sum.isExact())
                .forEach(sum -> add(gold.addObject(), sum));
    }

    private static void add(ObjectNode json, LoadedDelivery loaded) {
        json.put("source", loaded.partition().source())
                .put("format", loaded.format().toString())
                .put("delivery", loaded.deliveryId())
                .put("loaded_at", loaded.loadedAt().toString());
    }

    private static void add(ObjectNode json, Concern concern, ConcernWords words) {
        json.put("kind", lower(concern.kind()))
                .put("weight", lower(concern.kind().weight()))
                .put("count", concern.count());
        ArrayNode names = json.putArray("names");
        concern.names().forEach(names::add);
        ObjectNode costs = json.putObject("costs");
        concern.costs().forEach((currency, cost) -> costs.put(currency, Money.plain(cost)));
        json.put("words", words.of(concern));
    }

    private static void add(ObjectNode json, ComparedSum sum) {
        json.put("by", sum.dimension().lowerCase())
                .put("value", sum.value())
                .put("currency", sum.currency())
                .put("from_rows", sum.fromRows())
                .put("to_rows", sum.toRows());
        sum.measures()
                .forEach((name, measure) -> json.putObject(name)
                        .put("from", Money.plain(measure.from()))
                        .put("to", Money.plain(measure.to()))
                        .put("difference", Money.plain(measure.change()))
                        .put("groups_beyond_rounding", measure.groups()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
