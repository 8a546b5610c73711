package io.curlake.jobs.finding.compute;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.Savings;
import io.curlake.jobs.finding.UsageCost;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instance of a type that has a successor of the same size and architecture which costs less. Spot is left out: its price
 * is not that of the list.
 */
public final class OldGeneration implements FindingRule {
    private static final String BY_THE_HOUR = "(.*-)?(BoxUsage|InstanceUsage|Multi-AZUsage):.*";

    @Override
    public String name() {
        return "old-generation";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return Stream.of(ResourceType.INSTANCE, ResourceType.DATABASE_INSTANCE)
                .flatMap(type -> view.of(type).stream())
                .filter(instance -> instance.text(Attribute.LIFECYCLE)
                        .filter("spot"::equals)
                        .isEmpty())
                .flatMap(instance -> instance
                        .text(Attribute.INSTANCE_TYPE)
                        .flatMap(type -> Generations.successor(type)
                                .flatMap(successor -> finding(view, instance, type, successor)))
                        .stream())
                .toList();
    }

    private Optional<Finding> finding(RegionView view, Resource instance, String type, String successor) {
        List<UsageCost> compute = view.costs().of(instance).stream()
                .filter(cost -> cost.usageType().endsWith(":" + type))
                .filter(cost -> cost.usageType().matches(BY_THE_HOUR))
                .toList();
        if (compute.isEmpty()) {
            return Optional.empty();
        }
        Saving saving = saving(view, compute, type, successor);
        return saving.amount() != null && saving.amount().signum() <= 0
                ? Optional.empty()
                : Optional.of(Case.of(this, instance, type + " has a successor, " + successor + ".")
                        .with(Attribute.INSTANCE_TYPE)
                        .with("successor", successor)
                        .with(Attribute.PLATFORM)
                        .with(Attribute.ENGINE)
                        .close(saving, Confidence.MEDIUM, check(instance, successor)));
    }

    private static String check(Resource instance, String successor) {
        return instance.type() == ResourceType.INSTANCE
                ? "aws ec2 describe-instance-types --region " + instance.region() + " --instance-types " + successor
                : "aws rds describe-orderable-db-instance-options --region " + instance.region()
                        + " --db-instance-class " + successor + " --engine "
                        + instance.text(Attribute.ENGINE).orElse("ENGINE");
    }

    private static Saving saving(RegionView view, List<UsageCost> compute, String type, String successor) {
        Saving own = Savings.all(compute);
        if (own.amount() == null || own.currency() == null) {
            return own;
        }
        BigDecimal saved = BigDecimal.ZERO;
        for (UsageCost cost : compute) {
            String target = cost.usageType().substring(0, cost.usageType().length() - type.length()) + successor;
            Optional<BigDecimal> rate = view.rates().of(cost.usageType(), cost.operation(), own.currency());
            Optional<BigDecimal> lower = view.rates().of(target, cost.operation(), own.currency());
            if (rate.isEmpty() || lower.isEmpty()) {
                return Saving.unknown("the bill has no public rate of " + (rate.isEmpty() ? cost.usageType() : target));
            }
            saved = saved.add(Savings.part(cost.cost(), lower.get(), rate.get()));
        }
        return Saving.of(saved, own.currency(), Savings.OWN_COST + " at the rate of " + successor);
    }
}
