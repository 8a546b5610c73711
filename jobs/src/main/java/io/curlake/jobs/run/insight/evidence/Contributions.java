package io.curlake.jobs.run.insight.evidence;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.insight.anomaly.Anomaly;
import io.curlake.jobs.insight.anomaly.Contribution;
import io.curlake.jobs.insight.anomaly.Contribution.Part;
import io.curlake.jobs.insight.anomaly.Contribution.When;
import io.curlake.jobs.insight.anomaly.ContributionColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Reads from {@code line_item} what anomalies are made of. */
public record Contributions(List<Contribution> usageTypes, List<Contribution> resources) {
    /** Of so many anomalies, the largest: a bad night must not read the whole table. */
    private static final int MOST = 50;

    private static final int WEEK = 7;
    private static final StructType DAYS = StructType.fromDDL("anomaly INT, at STRING, usage_account_id STRING,"
            + " product_code STRING, currency STRING, usage_date DATE");

    public static final Contributions NONE = new Contributions(List.of(), List.of());

    /** Of the largest anomalies of a source; one Spark job. */
    public static Map<Anomaly, Contributions> of(Warehouse warehouse, String source, List<Anomaly> anomalies) {
        List<Anomaly> largest =
                anomalies.stream().sorted(Anomaly.LARGEST_FIRST).limit(MOST).toList();
        if (largest.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<Row>> rows =
                ContributionColumns.of(lineItems(warehouse, source, largest), days(warehouse, largest))
                        .collectAsList()
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.<Integer>getAs("anomaly")));
        Map<Anomaly, Contributions> contributions = new HashMap<>();
        rows.forEach((index, ofOne) -> contributions.put(largest.get(index), of(largest.get(index), ofOne)));
        return contributions;
    }

    private static Dataset<Row> lineItems(Warehouse warehouse, String source, List<Anomaly> anomalies) {
        Object[] periods = anomalies.stream()
                .flatMap(anomaly -> Stream.of(anomaly.day(), anomaly.day().minusDays(WEEK)))
                .map(day -> new BillingPeriod(YearMonth.from(day)).toString())
                .distinct()
                .toArray();
        return warehouse
                .tables()
                .read(TableName.LINE_ITEM)
                .filter(col("source").equalTo(source).and(col("billing_period").isin(periods)));
    }

    private static Dataset<Row> days(Warehouse warehouse, List<Anomaly> anomalies) {
        List<Row> days = IntStream.range(0, anomalies.size())
                .boxed()
                .flatMap(index -> Stream.of(When.values()).map(when -> day(index, when, anomalies.get(index))))
                .toList();
        return warehouse.spark().createDataFrame(days, DAYS);
    }

    private static Row day(int index, When when, Anomaly anomaly) {
        return RowFactory.create(
                index,
                when.name(),
                anomaly.key().account(),
                anomaly.key().productCode(),
                anomaly.key().currency(),
                Date.valueOf(
                        switch (when) {
                            case THAT_DAY -> anomaly.day();
                            case A_WEEK_BEFORE -> anomaly.day().minusDays(WEEK);
                        }));
    }

    private static Contributions of(Anomaly anomaly, List<Row> rows) {
        String cost = costColumn(anomaly, rows);
        return new Contributions(
                Contribution.largest(parts(rows, cost, row -> row.getAs("usage_type"))),
                Contribution.largest(parts(rows, cost, row -> row.getAs("resource_id"))));
    }

    /** Whether the net columns of a payer hold is decided for whole periods: that one whose sum is the day's cost. */
    private static String costColumn(Anomaly anomaly, List<Row> rows) {
        BigDecimal delivered = rows.stream()
                .filter(row -> row.getAs("at").equals(When.THAT_DAY.name()))
                .map(row -> row.<BigDecimal>getAs("delivered"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return delivered.compareTo(anomaly.actual()) == 0 ? "delivered" : "absent";
    }

    private static List<Part> parts(List<Row> rows, String cost, Function<Row, String> name) {
        return rows.stream()
                .map(row -> new Part(name.apply(row), When.valueOf(row.getAs("at")), row.getAs(cost)))
                .toList();
    }
}
