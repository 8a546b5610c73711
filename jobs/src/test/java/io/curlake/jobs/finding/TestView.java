package io.curlake.jobs.finding;

import io.curlake.jobs.discovery.Resource;
import io.curlake.model.config.FindingsConfig;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One account in one region, looked at with 14 days of metrics and the default thresholds. All types were listed. */
public final class TestView {
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "eu-west-1";
    public static final String COST = "net amortized cost of the last 30 days";
    public static final String NO_COST = "the bill of the last 30 days has no cost of it";

    private static final Instant SEEN = Instant.parse("2026-10-31T06:00:00Z");
    private static final int METRIC_DAYS = 14;

    private final List<Resource> resources;
    private final List<UsageCost> costs = new ArrayList<>();
    private final Map<PublicRates.Of, BigDecimal> rates = new HashMap<>();
    private final Set<ResourceType> listed = EnumSet.allOf(ResourceType.class);

    private TestView(List<Resource> resources) {
        this.resources = resources;
    }

    public static TestView of(Resource.Builder... resources) {
        return new TestView(
                Arrays.stream(resources).map(Resource.Builder::build).toList());
    }

    public static Resource.Builder resource(ResourceType type, String id) {
        return Resource.of(type, ACCOUNT, REGION, id);
    }

    /** So many days before the look, to the second. */
    public static Instant daysAgo(int days) {
        return SEEN.minus(Duration.ofDays(days));
    }

    /** What the bill of the last 30 days has. */
    public TestView billed(TestCost... all) {
        Stream.of(all).map(TestCost::toUsageCost).forEach(costs::add);
        return this;
    }

    /** A public rate in USD. */
    public TestView rate(String usageType, String operation, String rate) {
        rates.put(new PublicRates.Of(usageType, operation, "USD"), new BigDecimal(rate));
        return this;
    }

    public TestView notListed(ResourceType type) {
        listed.remove(type);
        return this;
    }

    public List<Finding> find(FindingRule rule) {
        return rule.find(view());
    }

    public Saving saving(FindingRule rule) {
        return only(rule).saving();
    }

    /** The one finding that there must be. */
    public Finding only(FindingRule rule) {
        List<Finding> findings = find(rule);
        if (findings.size() != 1) {
            throw new AssertionError(rule.name() + " found " + findings);
        }
        return findings.get(0);
    }

    public RegionView view() {
        return new RegionView(
                ACCOUNT,
                REGION,
                SEEN,
                METRIC_DAYS,
                resources,
                listed,
                new ResourceCosts(costs),
                new PublicRates(rates),
                FindingsConfig.DEFAULT);
    }
}
