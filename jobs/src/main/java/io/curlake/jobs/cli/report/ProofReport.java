package io.curlake.jobs.cli.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The proof of loaded periods in full: every cost column of every currency, to the last decimal. */
public final class ProofReport {
    private ProofReport() {}

    private record Line(String measure, String delivered, String kept, String unconnected, String rest) {}

    public static String of(LoadSummary summary) {
        StringBuilder text = new StringBuilder();
        for (PeriodResult period : summary.periods()) {
            text.append(title(period)).append('\n');
            period.ledger()
                    .ifPresent(ledger -> LedgerTotals.of(ledger)
                            .forEach(total -> text.append(table(total)).append('\n')));
            period.warnings()
                    .forEach(warning -> text.append("! ").append(warning).append('\n'));
            period.error().ifPresent(error -> text.append("✗ ").append(error).append('\n'));
        }
        long proved = summary.count(Status.PROVED);
        return text.append(proved + " of " + summary.periods().size() + " periods balance: delivered = kept + "
                        + "unconnected + rejected + double loss, in every file, currency and cost column.")
                .toString();
    }

    private static String title(PeriodResult period) {
        String mark = period.status() == Status.PROVED ? "✓ " : "✗ ";
        return mark + period.partition().source() + " " + period.partition().period() + ", delivery "
                + period.deliveryId() + ", "
                + period.ledger().map(ProofReport::files).orElse("0 files")
                + String.format(Locale.ROOT, " (%.1f s)", period.seconds());
    }

    private static String files(Ledger ledger) {
        int files = ledger.rowsOfFiles().size();
        return ledger.isOfWholeDelivery() ? "all files together" : files + (files == 1 ? " file" : " files");
    }

    private static String table(LedgerTotals total) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "rows",
                rows(total.delivered().rows()),
                rows(total.kept().rows()),
                rows(total.unconnected().rows()),
                rows(total.rejected().rows())));
        for (CostColumn column : CostColumn.values()) {
            lines.add(new Line(
                    column.measure(),
                    Money.plain(total.delivered().amount(column)),
                    Money.plain(total.kept().amount(column)),
                    Money.plain(total.unconnected().amount(column)),
                    Money.plain(rest(total, column))));
        }
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                lines,
                List.of(
                        new Column()
                                .header(total.currency().isEmpty() ? "no currency" : total.currency())
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(Line::measure),
                        new Column().header("delivered").with(Line::delivered),
                        new Column().header("= kept").with(Line::kept),
                        new Column().header("+ unconnected").with(Line::unconnected),
                        new Column().header("+ rejected, double loss").with(Line::rest)));
    }

    private static BigDecimal rest(LedgerTotals total, CostColumn column) {
        return total.rejected().amount(column).add(total.doubleLoss().amount(column));
    }

    private static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
