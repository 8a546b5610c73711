package io.curlake.jobs.cli.report.insight;

import static io.curlake.jobs.cli.report.insight.TableColumns.left;
import static io.curlake.jobs.cli.report.insight.TableColumns.right;

import com.github.freva.asciitable.AsciiTable;
import io.curlake.jobs.cli.report.LoadReport;
import java.util.List;

/** Costs by team. */
public final class ShowbackReport {
    private ShowbackReport() {}

    public static String of(List<TeamTotals> totals) {
        if (totals.isEmpty()) {
            return "Nothing of this period was mapped to teams yet. Run 'curlake build' first.";
        }
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                totals,
                List.of(
                        left("Source").with(total -> total.key().source()),
                        left("Period").with(total -> total.key().period()),
                        left("Team")
                                .with(total -> total.key().team().isEmpty()
                                        ? "(nobody's)"
                                        : total.key().team()),
                        right("Own").with(total -> LoadReport.money(total.own())),
                        right("Shared").with(total -> LoadReport.money(total.shared())),
                        right("Net amortized").with(total -> LoadReport.money(total.netAmortized())),
                        right("Unblended").with(total -> LoadReport.money(total.unblended())),
                        left("").with(total -> total.key().currency())));
    }
}
