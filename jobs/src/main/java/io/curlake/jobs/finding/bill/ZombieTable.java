package io.curlake.jobs.finding.bill;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.jobs.finding.UsageCost;
import io.curlake.model.resource.ResourceType;
import java.util.List;

/**
 * A DynamoDB table that is paid for and that nobody reads or writes: by the bill where it is on demand, by its metrics where
 * its capacity is provisioned. What another region writes into a replica is use too.
 */
public final class ZombieTable implements FindingRule {
    private static final String REQUESTS = ".*(Read|Write)RequestUnits.*";

    @Override
    public String name() {
        return "zombie-table";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.TABLE).stream()
                .filter(table -> view.isOlder(table.created(), view.metricDays()))
                .filter(table -> isZombie(table, view.costs().of(table)))
                .map(table -> Case.of(this, table, "The table is paid for, and nobody reads or writes it.")
                        .with(Attribute.BILLING_MODE)
                        .with(Metric.SIZE_BYTES)
                        .with(Metric.CONSUMED_READ)
                        .with(Metric.CONSUMED_WRITE)
                        .close(
                                Savings.all(view.costs().of(table)),
                                Confidence.MEDIUM,
                                "aws dynamodb describe-table --region " + table.region() + " --table-name "
                                        + table.name()))
                .toList();
    }

    private static boolean isZombie(Resource table, List<UsageCost> costs) {
        boolean isPaid = costs.stream().anyMatch(cost -> cost.cost().signum() > 0);
        boolean isAsked = costs.stream()
                .anyMatch(cost ->
                        cost.usageType().matches(REQUESTS) && cost.usage().signum() > 0);
        return isPaid && !isAsked && isUnused(table, Metric.CONSUMED_READ) && isUnused(table, Metric.CONSUMED_WRITE);
    }

    private static boolean isUnused(Resource table, Metric metric) {
        return table.metric(metric).map(units -> units == 0).orElse(isOnDemand(table));
    }

    private static boolean isOnDemand(Resource table) {
        return table.text(Attribute.BILLING_MODE)
                .filter("PAY_PER_REQUEST"::equals)
                .isPresent();
    }
}
