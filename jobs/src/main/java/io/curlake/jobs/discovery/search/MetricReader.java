package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.jobs.discovery.search.MetricPlan.Ask;
import io.curlake.jobs.discovery.search.MetricPlan.Of;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Reads the days before a time, one number a day, as many series a call as AWS takes. */
final class MetricReader {
    private static final int SERIES_AT_ONCE = 500;
    private static final int DAY = (int) Duration.ofDays(1).toSeconds();

    private final CloudWatchClient client;
    private final Instant from;
    private final Instant to;

    MetricReader(Place place, Instant until, int days) {
        this.client = place.client(CloudWatchClient.builder());
        this.to = until.truncatedTo(ChronoUnit.HOURS);
        this.from = to.minus(Duration.ofDays(days));
    }

    /** By resource. */
    Map<String, Map<Metric, Double>> read(MetricPlan plan) {
        Map<String, Map<Metric, Double>> use = new HashMap<>();
        for (int first = 0; first < plan.asks().size(); first += SERIES_AT_ONCE) {
            List<Ask> some = plan.asks().subList(first, Math.min(plan.asks().size(), first + SERIES_AT_ONCE));
            List<List<Double>> values = values(some);
            for (int i = 0; i < some.size(); i++) {
                Ask ask = some.get(i);
                number(ask.of(), values.get(i))
                        .ifPresent(number -> use.computeIfAbsent(ask.resourceId(), any -> new EnumMap<>(Metric.class))
                                .merge(ask.metric(), number, Double::sum));
            }
        }
        return use;
    }

    /** Of each series, the newest first. A series may go on on the next page. */
    private List<List<Double>> values(List<Ask> asks) {
        List<List<Double>> values = new ArrayList<>();
        List<MetricDataQuery> queries = new ArrayList<>();
        for (Ask ask : asks) {
            queries.add(query(ask, "m" + queries.size()));
            values.add(new ArrayList<>());
        }
        client.getMetricDataPaginator(request -> request.metricDataQueries(queries)
                        .startTime(from)
                        .endTime(to)
                        .scanBy(ScanBy.TIMESTAMP_DESCENDING))
                .metricDataResults()
                .forEach(result -> values.get(index(result)).addAll(result.values()));
        return values;
    }

    private static int index(MetricDataResult result) {
        return Integer.parseInt(result.id().substring(1));
    }

    private static MetricDataQuery query(Ask ask, String id) {
        List<Dimension> dimensions = ask.dimensions().entrySet().stream()
                .map(entry -> Dimension.builder()
                        .name(entry.getKey())
                        .value(entry.getValue())
                        .build())
                .toList();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.period(DAY)
                        .stat(ask.of().stat())
                        .metric(metric -> metric.namespace(ask.namespace())
                                .metricName(ask.name())
                                .dimensions(dimensions)))
                .build();
    }

    private static Optional<Double> number(Of of, List<Double> days) {
        return switch (of) {
            case SUM -> Optional.of(days.stream().mapToDouble(day -> day).sum());
            case AVERAGE ->
                days.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                days.stream().mapToDouble(day -> day).average().orElseThrow());
            case MAXIMUM -> days.stream().max(Double::compare);
            case NEWEST -> days.stream().findFirst();
        };
    }
}
