package io.curlake.jobs.cli.report.insight;

import static io.curlake.jobs.cli.report.insight.TableColumns.left;
import static io.curlake.jobs.cli.report.insight.TableColumns.money;
import static io.curlake.jobs.cli.report.insight.TableColumns.percent;
import static io.curlake.jobs.cli.report.insight.TableColumns.right;

import com.github.freva.asciitable.AsciiTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Month ends: the totals, and the dearest series. */
public final class ForecastReport {
    private static final Comparator<Row> DEAREST_FIRST = Comparator.comparing(
                    (Row row) -> TableColumns.amount(row, "forecast_cost").max(TableColumns.amount(row, "actual_cost")))
            .reversed();

    private ForecastReport() {}

    public static String of(List<Row> rows, int limit) {
        List<Row> series = rows.stream().filter(row -> !isTotal(row)).toList();
        List<Row> totals = rows.stream().filter(ForecastReport::isTotal).toList();
        if (totals.isEmpty()) {
            return "No forecast of this period was made: a month that is over needs none. With --back-test: what forecasts of "
                    + "closed months would have been off by.";
        }
        List<Row> shown = Stream.concat(
                        totals.stream(), series.stream().sorted(DEAREST_FIRST).limit(limit))
                .toList();
        String table = AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                shown,
                List.of(
                        left("Source").with(row -> row.getAs("source")),
                        left("Period").with(row -> row.getAs("billing_period")),
                        left("Account").with(row -> isTotal(row) ? "total" : row.getAs("usage_account_id")),
                        left("Service").with(row -> row.getAs("product_code")),
                        left("Known to").with(row -> String.valueOf(row.<Object>getAs("as_of"))),
                        right("So far").with(row -> money(row, "actual_cost")),
                        right("Month end").with(ForecastReport::monthEnd),
                        right("At least").with(row -> money(row, "low_cost")),
                        right("At most").with(row -> money(row, "high_cost")),
                        left("").with(row -> row.getAs("currency")),
                        right("Off before by").with(row -> percent(row, "backtest_error"))));
        String rest = series.size() > limit
                ? "\n" + (series.size() - limit) + " more series are in the table 'forecast'; --limit shows more."
                : "";
        return table + "\nFour of five months end between 'at least' and 'at most', as far as the past tells." + rest;
    }

    private static boolean isTotal(Row row) {
        return row.getAs("scope").equals("total");
    }

    private static String monthEnd(Row row) {
        return row.getAs("basis").equals("not_enough") ? "not enough days" : money(row, "forecast_cost");
    }
}
