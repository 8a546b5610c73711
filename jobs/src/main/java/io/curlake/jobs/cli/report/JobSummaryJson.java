package io.curlake.jobs.cli.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.cli.report.comparison.RestatementJson;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The JSON summary of a load: one line; costs are exact decimal texts. */
public final class JobSummaryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JobSummaryJson() {}

    public static String of(String verb, LoadSummary summary) {
        return of(verb, summary, (json, period) -> {});
    }

    /** @param more that is to be said of a period */
    public static String of(String verb, LoadSummary summary, BiConsumer<ObjectNode, PeriodResult> more) {
        ObjectNode json = JSON.createObjectNode();
        json.put("verb", verb);
        json.put("seconds", Math.round(summary.seconds() * 10) / 10.0);
        json.put("balanced", summary.balanced());
        ArrayNode periods = json.putArray("periods");
        summary.periods().forEach(period -> {
            ObjectNode node = periods.addObject();
            add(node, period);
            more.accept(node, period);
        });
        if (!summary.remarks().isEmpty()) {
            summary.remarks().forEach(json.putArray("remarks")::add);
        }
        return json.toString();
    }

    private static void add(ObjectNode json, PeriodResult period) {
        json.put("source", period.partition().source());
        json.put("billing_period", period.partition().period().toString());
        json.put("delivery", period.deliveryId());
        json.put("format", period.format());
        json.put("status", period.status().name().toLowerCase(Locale.ROOT));
        json.put("seconds", Math.round(period.seconds() * 10) / 10.0);
        period.way().ifPresent(way -> json.put("way", way.toString()));
        period.ledger().ifPresent(ledger -> add(json, ledger));
        period.restatement().ifPresent(restatement -> RestatementJson.add(json.putObject("restatement"), restatement));
        period.error()
                .ifPresent(error ->
                        json.put("error", error).put("exit", period.exitCode().code()));
        if (!period.warnings().isEmpty()) {
            period.warnings().forEach(json.putArray("warnings")::add);
        }
    }

    private static void add(ObjectNode json, Ledger ledger) {
        json.put("balanced", ledger.balances());
        json.putObject("rows")
                .put("delivered", ledger.delivered().rows())
                .put("kept", ledger.kept().rows())
                .put("unconnected", ledger.unconnected().rows())
                .put("rejected", ledger.rejected().rows());
        ArrayNode totals = json.putArray("totals");
        LedgerTotals.of(ledger).forEach(total -> {
            ObjectNode currency = totals.addObject().put("currency", total.currency());
            for (CostColumn column : CostColumn.values()) {
                ObjectNode sides = currency.putObject(column.measure());
                total.sides(column).forEach((side, amount) -> sides.put(side, Money.plain(amount)));
            }
        });
    }
}
