package io.curlake.jobs.cli.report.insight;

import static io.curlake.jobs.cli.report.insight.TableColumns.left;
import static io.curlake.jobs.cli.report.insight.TableColumns.money;
import static io.curlake.jobs.cli.report.insight.TableColumns.percent;
import static io.curlake.jobs.cli.report.insight.TableColumns.right;

import com.github.freva.asciitable.AsciiTable;
import java.util.List;
import org.apache.spark.sql.Row;

/** Budgets, in the order of the configuration. */
public final class BudgetReport {
    private BudgetReport() {}

    public static String of(List<Row> rows) {
        if (rows.isEmpty()) {
            return "No budget of this period was judged. 'curlake build' says why.";
        }
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                rows,
                List.of(
                        left("Budget").with(row -> row.getAs("name")),
                        left("Source").with(row -> row.getAs("source")),
                        left("For the").with(row -> row.getAs("period")),
                        right("Amount").with(row -> money(row, "amount")),
                        right("So far").with(row -> money(row, "actual_cost")),
                        right("").with(row -> percent(row, "share")),
                        right("In the end").with(row -> money(row, "forecast_cost")),
                        right("").with(row -> percent(row, "forecast_share")),
                        left("").with(row -> row.getAs("currency")),
                        left("State").with(row -> state(row.getAs("state")))));
    }

    private static String state(String state) {
        return state.equals("forecast_over") ? "will be over" : state;
    }
}
