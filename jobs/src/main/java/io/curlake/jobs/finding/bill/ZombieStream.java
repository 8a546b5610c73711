package io.curlake.jobs.finding.bill;

import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.jobs.finding.UsageCost;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Kinesis stream that the bill has hours of and no data, provisioned or on demand. One that was there on
 * fewer days than metrics are of may be new.
 */
public final class ZombieStream implements FindingRule {
    private static final String STREAM = "arn:aws[a-z-]*:kinesis:.*:stream/[^/]+";
    private static final int DAYS_OF_THE_BILL = 30;
    private static final String HOURS = ".*(ShardHour|StreamHour|Stream-Hour).*";

    @Override
    public String name() {
        return "zombie-stream";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.costs().all().entrySet().stream()
                .filter(entry -> entry.getKey().matches(STREAM))
                .filter(entry -> isZombie(view, entry.getValue()))
                .map(entry -> new Finding(
                        name(),
                        view.account(),
                        view.region(),
                        "stream",
                        entry.getKey(),
                        entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1),
                        "The stream was paid for by the hour, and no data went through it.",
                        Map.of("usage_types", types(entry.getValue())),
                        Savings.all(entry.getValue()),
                        Confidence.MEDIUM,
                        "aws kinesis describe-stream-summary --region " + view.region() + " --stream-arn "
                                + entry.getKey()))
                .toList();
    }

    private static boolean isZombie(RegionView view, List<UsageCost> costs) {
        return costs.stream()
                        .anyMatch(cost -> cost.usageType().matches(HOURS)
                                && cost.usage().signum() > 0
                                && cost.days() >= Math.min(view.metricDays(), DAYS_OF_THE_BILL))
                && costs.stream()
                        .allMatch(cost ->
                                cost.usageType().matches(HOURS) || cost.usage().signum() == 0);
    }

    private static String types(List<UsageCost> costs) {
        return costs.stream().map(UsageCost::usageType).distinct().sorted().collect(Collectors.joining(","));
    }
}
