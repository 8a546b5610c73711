package io.curlake.jobs.run.insight;

import io.curlake.jobs.insight.anomaly.Anomaly;
import io.curlake.jobs.insight.anomaly.AnomalySearch;
import io.curlake.jobs.insight.anomaly.Contribution;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.insight.evidence.Contributions;
import io.curlake.jobs.run.insight.evidence.RestatedDays;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.AnomalyConfig;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The unusual days of the newest two months of a source: the last days of a month are whole only in the next. */
record Anomalies(List<BillingPeriod> periods, List<Anomaly> all, Map<Anomaly, Contributions> contributions) {
    private static final int NEWEST = 2;

    static Anomalies of(Warehouse warehouse, SourceCosts costs, LocalDate last) {
        List<BillingPeriod> known = costs.history().periods();
        List<BillingPeriod> periods = known.subList(Math.max(0, known.size() - NEWEST), known.size());
        AnomalyConfig rules = warehouse.config().insight().anomalies();
        AnomalySearch search = new AnomalySearch(rules, periods.get(0).month().atDay(1), last);
        List<Anomaly> candidates = search.candidates(costs.history());
        Set<Partition> partitions = periods.stream().map(costs::partition).collect(Collectors.toSet());
        Set<LocalDate> days = candidates.stream().map(Anomaly::day).collect(Collectors.toSet());
        List<Anomaly> anomalies =
                AnomalySearch.withoutRestated(candidates, RestatedDays.of(warehouse, partitions, days));
        return new Anomalies(periods, anomalies, Contributions.of(warehouse, costs.source(), anomalies));
    }

    /** The values of the rows of the table. */
    List<Object[]> rows(BillingPeriod period) {
        return all.stream()
                .filter(anomaly -> YearMonth.from(anomaly.day()).equals(period.month()))
                .map(this::row)
                .toList();
    }

    private Object[] row(Anomaly anomaly) {
        Contributions parts = contributions.getOrDefault(anomaly, Contributions.NONE);
        return new Object[] {
            Date.valueOf(anomaly.day()),
            anomaly.key().account(),
            anomaly.key().productCode(),
            anomaly.key().currency(),
            anomaly.kind().name().toLowerCase(Locale.ROOT),
            Date.valueOf(anomaly.since()),
            anomaly.expected(),
            anomaly.actual(),
            anomaly.score().orElse(null),
            rowsOf(parts.usageTypes()),
            rowsOf(parts.resources())
        };
    }

    private static Row[] rowsOf(List<Contribution> contributions) {
        return contributions.stream()
                .map(one -> RowFactory.create(one.name(), one.cost(), one.change()))
                .toArray(Row[]::new);
    }
}
