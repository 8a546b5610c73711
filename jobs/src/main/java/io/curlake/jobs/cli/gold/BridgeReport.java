package io.curlake.jobs.cli.gold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.cost.BridgeRow;
import io.curlake.jobs.run.bridge.Bridges;
import io.curlake.jobs.run.bridge.InvoiceBridge;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From what was delivered to net amortized cost: a line for each step, a column for each invoice. */
public final class BridgeReport {
    /** So many invoices stand side by side; the others are in the table {@code invoice}. */
    private static final int INVOICES = 4;

    private record Line(String words, String column, String sign) {}

    private static final List<Line> LINES = lines();

    private BridgeReport() {}

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("delivered, unblended", "delivered_unblended_cost", ""),
                new Line("unconnected accounts", "unconnected_unblended_cost", "-"),
                new Line("kept, unblended", "unblended_cost", "=")));
        BridgeRow.toAmortized().forEach(row -> lines.add(step(row)));
        lines.add(new Line("amortized", "amortized_cost", "="));
        BridgeRow.toNetAmortized().forEach(row -> lines.add(step(row)));
        lines.add(new Line("net amortized", "net_amortized_cost", "="));
        lines.add(new Line("of that, of days outside the period", "out_of_period_cost", ""));
        lines.add(new Line("unexplained: delivered to kept", "unexplained_kept", ""));
        lines.add(new Line("unexplained: unblended to amortized", "unexplained_amortized", ""));
        lines.add(new Line("unexplained: amortized to net", "unexplained_net_amortized", ""));
        return lines;
    }

    private static Line step(BridgeRow row) {
        String words = switch (row) {
            case UPFRONT_FEES -> "upfront fees of commitments, paid";
            case RECURRING_FEES -> "recurring fees of commitments, paid";
            case COVERED_USAGE -> "covered usage at its price on demand";
            case NEGATION -> "its negation";
            case UPFRONT_SPREAD -> "reservations used: upfront, spread";
            case RECURRING_SPREAD -> "reservations used: recurring, spread";
            case SAVINGS_PLAN_SPREAD -> "Savings Plans used, spread";
            case UNUSED_COMMITMENT -> "commitments unused";
            case DISCOUNTS -> "discounts";
            case COMMITMENT_DISCOUNTS -> "discounts on commitments";
        };
        return new Line(words, row.columnName(), "+");
    }

    /** @param bridges of one period; those of a currency stand together, all invoices first */
    public static String of(List<InvoiceBridge> bridges, Map<String, Map<String, BigDecimal>> acrossTheBorder) {
        StringBuilder text = new StringBuilder();
        for (String currency :
                bridges.stream().map(InvoiceBridge::currency).distinct().toList()) {
            List<InvoiceBridge> ofCurrency = bridges.stream()
                    .filter(bridge -> bridge.currency().equals(currency))
                    .toList();
            text.append(table(currency, ofCurrency.subList(0, Math.min(ofCurrency.size(), INVOICES + 1))))
                    .append('\n');
            if (ofCurrency.size() > INVOICES + 1) {
                text.append("· ").append(ofCurrency.size() - INVOICES - 1).append(" more invoices: table 'invoice'\n");
            }
            Map<String, BigDecimal> across = acrossTheBorder.getOrDefault(currency, Map.of());
            text.append(across(across, currency));
        }
        return text.toString();
    }

    private static String across(Map<String, BigDecimal> across, String currency) {
        if (across.values().stream().allMatch(amount -> amount.signum() == 0)) {
            return "";
        }
        return "· across the border: connected accounts used "
                + Money.plain(Objects.requireNonNull(across.get(Bridges.USED_FROM_OUTSIDE))) + " " + currency
                + " of commitments that unconnected accounts pay; unconnected accounts used "
                + Money.plain(Objects.requireNonNull(across.get(Bridges.USED_OUTSIDE))) + " " + currency
                + " of commitments that connected accounts pay\n";
    }

    private static String table(String currency, List<InvoiceBridge> bridges) {
        List<ColumnData<Line>> columns = new ArrayList<>();
        columns.add(new Column().header("").with(Line::sign));
        columns.add(new Column()
                .header(currency)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(60)
                .with(Line::words));
        for (InvoiceBridge bridge : bridges) {
            columns.add(new Column()
                    .header(bridge.invoice().isEmpty() ? "no invoice yet" : bridge.invoice())
                    .maxWidth(40)
                    .with(line -> Money.plain(bridge.amount(line.column()))));
        }
        return AsciiTable.getTable(AsciiTable.FANCY_ASCII, LINES, columns);
    }

    /** Adds an array "bridge" of all bridges. */
    public static void add(ObjectNode json, List<InvoiceBridge> bridges) {
        ArrayNode array = json.putArray("bridge");
        for (InvoiceBridge bridge : bridges) {
            ObjectNode node = array.addObject().put("invoice", bridge.invoice()).put("currency", bridge.currency());
            bridge.amounts().forEach((column, amount) -> node.put(column, Money.plain(amount)));
        }
    }
}
