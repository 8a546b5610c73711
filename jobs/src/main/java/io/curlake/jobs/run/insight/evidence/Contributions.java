package io.curlake.jobs.run.insight.evidence;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.insight.anomaly.Anomaly;
import io.curlake.jobs.insight.anomaly.Contribution;
import io.curlake.jobs.insight.anomaly.Contribution.Part;
import io.curlake.jobs.insight.anomaly.Contribution.When;
import io.curlake.jobs.insight.anomaly.ContributionColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.sql.Date;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Of the largest anomalies of a source, as far as their periods are built; at most one Spark job. */
    public static Map<Anomaly, Contributions> of(Warehouse warehouse, String source, List<Anomaly> anomalies) {
        List<Anomaly> largest =
                anomalies.stream().sorted(Anomaly.LARGEST_FIRST).limit(MOST).toList();
        if (largest.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<Row>> rows = costs(warehouse, source, largest).stream()
                .collect(Collectors.groupingBy(row -> row.<Integer>getAs("anomaly")));
        Map<Anomaly, Contributions> contributions = new HashMap<>();
        rows.forEach((index, ofOne) -> contributions.put(largest.get(index), of(ofOne)));
        return contributions;
    }

    private static List<Row> costs(Warehouse warehouse, String source, List<Anomaly> anomalies) {
        Dataset<Row> days = days(warehouse, anomalies);
        return periods(warehouse, source, anomalies).entrySet().stream()
                .map(periods -> ContributionColumns.of(
                        lineItems(warehouse, source, periods.getValue()), days, periods.getKey()))
                .reduce(Dataset::unionByName)
                .map(Dataset::collectAsList)
                .orElse(List.of());
    }

    /** The periods of the days and of those they are compared with, by what was decided for {@code daily_cost}. */
    private static Map<Net, Set<String>> periods(Warehouse warehouse, String source, List<Anomaly> anomalies) {
        Set<Partition> wanted = anomalies.stream()
                .flatMap(anomaly -> Stream.of(anomaly.day(), anomaly.day().minusDays(WEEK)))
                .map(day -> new Partition(source, new BillingPeriod(YearMonth.from(day))))
                .collect(Collectors.toSet());
        return RecordedBuild.all(warehouse).entrySet().stream()
                .filter(build -> wanted.contains(build.getKey()))
                .collect(Collectors.groupingBy(
                        build -> build.getValue().net(),
                        Collectors.mapping(build -> build.getKey().period().toString(), Collectors.toSet())));
    }

    private static Dataset<Row> lineItems(Warehouse warehouse, String source, Set<String> periods) {
        return warehouse
                .tables()
                .read(TableName.LINE_ITEM)
                .filter(col("source").equalTo(source).and(col("billing_period").isin(periods.toArray())));
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

    private static Contributions of(List<Row> rows) {
        return new Contributions(
                Contribution.largest(parts(rows, row -> row.getAs("usage_type"))),
                Contribution.largest(parts(rows, row -> row.getAs("resource_id"))));
    }

    private static List<Part> parts(List<Row> rows, Function<Row, String> name) {
        return rows.stream()
                .map(row -> new Part(name.apply(row), When.valueOf(row.getAs("at")), row.getAs("cost")))
                .toList();
    }
}
