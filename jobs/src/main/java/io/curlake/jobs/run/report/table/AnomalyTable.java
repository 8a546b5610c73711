package io.curlake.jobs.run.report.table;

import io.curlake.jobs.report.concern.Anomaly;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Unusual days of the newest month and of the one before, from {@code anomaly}: no Spark job. */
public record AnomalyTable(Warehouse warehouse, Months months, AccountNames names) {

    /** Days in a row as one, the largest difference first. */
    public ByCurrency<Anomaly> read() {
        Set<String> periods = Set.of(months.newest().toString(), months.before().toString());
        Map<List<Object>, List<Row>> runs =
                warehouse.tables().rows(TableName.ANOMALY, "source", Set.of(months.source())).stream()
                        .filter(row -> periods.contains(row.<String>getAs("billing_period")))
                        .collect(Collectors.groupingBy(
                                row -> List.<Object>of(
                                        row.getAs("currency"),
                                        row.getAs("usage_account_id"),
                                        row.getAs("product_code"),
                                        row.getAs("kind"),
                                        row.getAs("since")),
                                LinkedHashMap::new,
                                Collectors.toList()));
        ByCurrency<Anomaly> anomalies = new ByCurrency<>();
        largestFirst(runs.values()).forEach(rows -> anomalies.add(rows.get(0).getAs("currency"), anomaly(rows)));
        return anomalies;
    }

    private List<List<Row>> largestFirst(Collection<List<Row>> runs) {
        return runs.stream()
                .sorted(Comparator.comparing(
                                (List<Row> rows) -> anomaly(rows).difference().abs())
                        .reversed())
                .toList();
    }

    private Anomaly anomaly(List<Row> rows) {
        Row first = rows.get(0);
        Row largest = rows.stream()
                .max(Comparator.comparing(AnomalyTable::difference))
                .orElseThrow();
        String account = first.getAs("usage_account_id");
        return new Anomaly(
                first.<Date>getAs("since").toLocalDate(),
                rows.stream().map(AnomalyTable::day).max(LocalDate::compareTo).orElseThrow(),
                account,
                names.of(account, ""),
                first.getAs("product_code"),
                first.getAs("kind"),
                sum(rows, "expected_cost"),
                sum(rows, "actual_cost"),
                mostOfIt(largest));
    }

    private static LocalDate day(Row row) {
        return row.<Date>getAs("usage_date").toLocalDate();
    }

    private static BigDecimal difference(Row row) {
        return Sums.amount(row, "actual_cost")
                .subtract(Sums.amount(row, "expected_cost"))
                .abs();
    }

    private static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream().map(row -> Sums.amount(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String mostOfIt(Row row) {
        int column = row.fieldIndex("usage_types");
        return row.isNullAt(column) || row.getList(column).isEmpty()
                ? ""
                : row.<Row>getList(column).get(0).getAs("name");
    }
}
