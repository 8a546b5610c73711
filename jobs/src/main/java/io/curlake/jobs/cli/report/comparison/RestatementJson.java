package io.curlake.jobs.cli.report.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.List;

/** A restatement as part of a JSON summary; costs are exact decimal texts. */
public final class RestatementJson {
    private RestatementJson() {}

    /** Writes the fields of the object {@code restatement} of a loaded period. */
    public static void add(ObjectNode json, RestatementSummary summary) {
        json.put("since", summary.since());
        ArrayNode currencies = json.putArray("currencies");
        ArrayNode causes = json.putArray("causes");
        summary.currencies().forEach(in -> {
            currencies
                    .addObject()
                    .put("currency", in.currency())
                    .put("earlier_days", in.earlierDays())
                    .put("earlier_unblended_cost", Money.plain(in.moved()))
                    .put("new_days", in.newDays())
                    .put("new_unblended_cost", Money.plain(in.added()));
            add(causes, in.causes());
        });
    }

    static void add(ArrayNode json, List<CauseTotal> causes) {
        causes.forEach(total -> add(
                json.addObject()
                        .put("cause", total.cause().value())
                        .put("currency", total.currency())
                        .put("keys", total.keys())
                        .put("days", total.days())
                        .put("rows", total.rows()),
                total.unblended(),
                total.effective()));
    }

    static void add(ObjectNode json, BigDecimal unblended, BigDecimal effective) {
        json.put("unblended_cost", Money.plain(unblended)).put("effective_cost", Money.plain(effective));
    }
}
