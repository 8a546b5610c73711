package io.curlake.jobs.cli.report.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.cost.amount.SignedMoney;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.run.comparison.ChangedCharge;
import io.curlake.jobs.run.comparison.CurrencyTotal;
import io.curlake.jobs.run.comparison.DeliveryDiff;
import io.curlake.model.Money;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What changed between two deliveries: by cause, the largest changes, and the totals to the last decimal. */
public final class DiffReport {
    private DiffReport() {}

    private record Total(String name, String before, String change, String after) {}

    public static String of(DeliveryDiff diff) {
        StringBuilder text = new StringBuilder();
        text.append("%s %s: delivery %s → %s%n"
                .formatted(diff.partition().source(), diff.partition().period(), diff.from(), diff.to()));
        if (!diff.causes().isEmpty()) {
            text.append(causes(diff.causes())).append('\n');
        }
        if (!diff.largest().isEmpty()) {
            text.append("\nThe largest changes of unblended cost:\n")
                    .append(charges(diff.largest()))
                    .append('\n');
        }
        text.append('\n').append(totals(diff.totals())).append('\n');
        diff.notices().forEach(notice -> text.append("! ").append(notice).append('\n'));
        return text.append(verdict(diff)).toString();
    }

    private static String verdict(DeliveryDiff diff) {
        return diff.keys() == 0
                ? "Nothing changed."
                : "Every change is of one cause, and all of them add up to the change of the totals.";
    }

    private static String causes(List<CauseTotal> causes) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                causes,
                List.of(
                        left("Cause").with(total -> total.cause().words()),
                        right("Keys").with(total -> number(total.keys())),
                        right("Days").with(total -> number(total.days())),
                        right("Rows").with(total -> signed(total.rows())),
                        right("Unblended").with(total -> SignedMoney.of(total.unblended())),
                        right("Effective (RI, SP)").with(total -> SignedMoney.of(total.effective())),
                        left("").with(CauseTotal::currency)));
    }

    private static String charges(List<ChangedCharge> charges) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                charges,
                List.of(
                        left("Service").with(ChangedCharge::product),
                        left("Account").with(ChangedCharge::account),
                        left("Day").with(ChangedCharge::day),
                        left("Type").with(ChangedCharge::type),
                        left("Cause").with(charge -> charge.cause().words()),
                        right("Before").with(charge -> LoadReport.money(charge.before())),
                        right("After").with(charge -> LoadReport.money(charge.after())),
                        right("Change").with(charge -> SignedMoney.of(charge.change())),
                        left("").with(ChangedCharge::currency)));
    }

    private static String totals(List<CurrencyTotal> totals) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                totals.stream().flatMap(DiffReport::lines).toList(),
                List.of(
                        left("Exactly").with(Total::name),
                        right("Before").with(Total::before),
                        right("+ Change").with(Total::change),
                        right("= After").with(Total::after)));
    }

    private static Stream<Total> lines(CurrencyTotal total) {
        return Stream.of(
                new Total(
                        "rows, " + total.currency(),
                        number(total.before().rows()),
                        signed(total.change().rows()),
                        number(total.after().rows())),
                new Total(
                        "unblended cost, " + total.currency(),
                        Money.plain(total.before().unblended()),
                        Money.plain(total.change().unblended()),
                        Money.plain(total.after().unblended())),
                new Total(
                        "effective cost (RI, SP), " + total.currency(),
                        Money.plain(total.before().effective()),
                        Money.plain(total.change().effective()),
                        Money.plain(total.after().effective())));
    }

    /** The same as one JSON object; costs are exact decimal texts. */
    public static String json(DeliveryDiff diff) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("verb", "diff")
                .put("source", diff.partition().source())
                .put("billing_period", diff.partition().period().toString())
                .put("from", diff.from())
                .put("to", diff.to());
        RestatementJson.add(json.putArray("causes"), diff.causes());
        ArrayNode totals = json.putArray("totals");
        diff.totals().forEach(total -> add(totals.addObject(), total));
        ArrayNode largest = json.putArray("largest");
        diff.largest().forEach(charge -> add(largest.addObject(), charge));
        ArrayNode notices = json.putArray("notices");
        diff.notices().forEach(notices::add);
        return json.toString();
    }

    private static void add(ObjectNode json, CurrencyTotal total) {
        json.put("currency", total.currency());
        add(json.putObject("before"), total.before());
        add(json.putObject("after"), total.after());
    }

    private static void add(ObjectNode json, CurrencyTotal.Side side) {
        json.put("rows", side.rows());
        RestatementJson.add(json, side.unblended(), side.effective());
    }

    private static void add(ObjectNode json, ChangedCharge charge) {
        json.put("usage_date", charge.day())
                .put("usage_account_id", charge.account())
                .put("product_code", charge.product())
                .put("line_item_type", charge.type())
                .put("currency", charge.currency())
                .put("cause", charge.cause().value())
                .put("before_unblended_cost", Money.plain(charge.before()))
                .put("after_unblended_cost", Money.plain(charge.after()));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String signed(long number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%s%,d", number > 0 ? "+" : "−", Math.abs(number));
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }
}
