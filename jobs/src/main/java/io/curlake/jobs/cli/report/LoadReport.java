package io.curlake.jobs.cli.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.staging.Way;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The closing words of a load: a table of periods, then what needs a person's eye. */
public final class LoadReport {
    private LoadReport() {}

    /** One line of the table: a period, and for each of its currencies one. */
    private record Line(PeriodResult period, String currency, Sides sides) {}

    private record Sides(String kept, String unconnected, String rejected, String keptCost, String droppedCost) {
        static final Sides NONE = new Sides("", "", "", "", "");
    }

    public static String of(LoadSummary summary) {
        StringBuilder text = new StringBuilder();
        List<Line> lines =
                summary.periods().stream().flatMap(p -> lines(p).stream()).toList();
        text.append(AsciiTable.getTable(AsciiTable.FANCY_ASCII, lines, columns()))
                .append('\n');
        for (PeriodResult period : summary.periods()) {
            period.restatement()
                    .ifPresent(restatement -> text.append("~ ")
                            .append(period.partition())
                            .append(": ")
                            .append(restatement.words())
                            .append('\n'));
            period.warnings()
                    .forEach(w -> text.append("! ")
                            .append(period.partition())
                            .append(": ")
                            .append(w)
                            .append('\n'));
            period.error().ifPresent(error -> text.append("✗ ").append(error).append('\n'));
        }
        summary.remarks().forEach(remark -> text.append("· ").append(remark).append('\n'));
        return text.append(verdict(summary)).toString();
    }

    private static String verdict(LoadSummary summary) {
        long loaded = summary.count(Status.LOADED);
        long refused = summary.count(Status.REFUSED);
        String seconds = String.format(Locale.ROOT, " (%.1f s)", summary.seconds());
        if (loaded == 0 && refused == 0) {
            return "Nothing changed: all " + summary.count(Status.UNCHANGED) + " periods are as they were loaded."
                    + seconds;
        }
        return loaded + " loaded, " + summary.count(Status.UNCHANGED) + " unchanged, " + refused + " refused. "
                + (loaded == 0 ? "" : "The ledger of every loaded period balances.") + seconds;
    }

    private static List<ColumnData<Line>> columns() {
        return List.of(
                left("Source").with(line -> line.period().partition().source()),
                left("Period").with(line -> line.period().partition().period().toString()),
                left("Outcome").with(line -> outcome(line.period())),
                right("Rows kept").with(line -> line.sides().kept()),
                right("Unconnected").with(line -> line.sides().unconnected()),
                right("Rejected").with(line -> line.sides().rejected()),
                right("Cost kept").with(line -> line.sides().keptCost()),
                right("Cost dropped").with(line -> line.sides().droppedCost()),
                left("").with(Line::currency),
                right("Seconds")
                        .with(line ->
                                String.format(Locale.ROOT, "%.1f", line.period().seconds())));
    }

    /** Of a loaded period the way it was loaded. */
    private static String outcome(PeriodResult period) {
        return period.way()
                .filter(way -> period.status() == Status.LOADED)
                .map(Way::toString)
                .orElseGet(() -> period.status().name().toLowerCase(Locale.ROOT));
    }

    private static List<Line> lines(PeriodResult period) {
        List<Line> lines = new ArrayList<>();
        period.ledger().ifPresent(ledger -> lines.addAll(lines(period, ledger)));
        return lines.isEmpty() ? List.of(new Line(period, "", Sides.NONE)) : lines;
    }

    private static List<Line> lines(PeriodResult period, Ledger ledger) {
        return LedgerTotals.of(ledger).stream()
                .map(total -> new Line(period, total.currency(), sides(total)))
                .toList();
    }

    private static Sides sides(LedgerTotals total) {
        return new Sides(
                rows(total.kept()),
                rows(total.unconnected()),
                rows(total.rejected()),
                money(total.kept().amount(CostColumn.UNBLENDED)),
                money(total.unconnected().amount(CostColumn.UNBLENDED)));
    }

    private static String rows(CostAmounts amounts) {
        return String.format(Locale.ROOT, "%,d", amounts.rows());
    }

    /** For reading: two places. The exact amounts are in the JSON summary and the tables. */
    public static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }
}
