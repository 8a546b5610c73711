package io.curlake.jobs.run.report.spend;

import io.curlake.jobs.report.spend.Outlook;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.table.Months;
import io.curlake.jobs.run.report.table.Sums;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Forecasts of the newest month: no Spark job. */
record Forecasts(List<Row> rows) {
    /** What forecasts are added up by. */
    enum Key {
        ACCOUNT("usage_account_id"),
        SERVICE("product_code");

        private final String column;

        Key(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    static Forecasts read(Warehouse warehouse, Months months) {
        return new Forecasts(warehouse.tables().rows(TableName.FORECAST, "source", Set.of(months.source())).stream()
                .filter(row ->
                        row.getAs("billing_period").equals(months.newest().toString()))
                .toList());
    }

    Optional<Outlook> outlook(String currency) {
        return rows.stream()
                .filter(row -> row.getAs("scope").equals("total")
                        && row.getAs("currency").equals(currency))
                .filter(row -> row.getAs("forecast_cost") != null)
                .findFirst()
                .map(row -> new Outlook(
                        row.<Date>getAs("as_of").toLocalDate(),
                        Sums.amount(row, "forecast_cost"),
                        Sums.amount(row, "low_cost"),
                        Sums.amount(row, "high_cost")));
    }

    /** Its series added up; one of too few days counts with what it cost, as in the total. */
    Optional<BigDecimal> of(Key key, String currency, String id) {
        return rows.stream()
                .filter(row -> row.getAs("scope").equals("series")
                        && row.getAs("currency").equals(currency))
                .filter(row -> row.getAs(key.column()).equals(id))
                .map(row -> Sums.amount(row, row.getAs("forecast_cost") == null ? "actual_cost" : "forecast_cost"))
                .reduce(BigDecimal::add);
    }
}
