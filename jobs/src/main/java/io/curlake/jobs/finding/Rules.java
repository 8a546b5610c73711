package io.curlake.jobs.finding;

import io.curlake.jobs.finding.access.InactiveAccessKey;
import io.curlake.jobs.finding.access.InactiveUser;
import io.curlake.jobs.finding.access.OpenSecurityGroup;
import io.curlake.jobs.finding.access.PublicBucket;
import io.curlake.jobs.finding.bill.BillFinding;
import io.curlake.jobs.finding.bill.BillRule;
import io.curlake.jobs.finding.bill.BillView;
import io.curlake.jobs.finding.bill.UncoveredUsage;
import io.curlake.jobs.finding.bill.UnusedCommitment;
import io.curlake.jobs.finding.bill.ZombieStream;
import io.curlake.jobs.finding.bill.ZombieTable;
import io.curlake.jobs.finding.compute.IdleInstance;
import io.curlake.jobs.finding.compute.OldGeneration;
import io.curlake.jobs.finding.compute.StoppedInstance;
import io.curlake.jobs.finding.network.IdleLoadBalancer;
import io.curlake.jobs.finding.network.IdleNatGateway;
import io.curlake.jobs.finding.network.UnusedElasticIp;
import io.curlake.jobs.finding.storage.BucketWithoutLifecycle;
import io.curlake.jobs.finding.storage.Gp2Volume;
import io.curlake.jobs.finding.storage.IncompleteUploads;
import io.curlake.jobs.finding.storage.LogGroupWithoutRetention;
import io.curlake.jobs.finding.storage.ObsoleteSnapshot;
import io.curlake.jobs.finding.storage.UnattachedVolume;
import io.curlake.jobs.finding.storage.UnusedImage;
import io.curlake.model.Refusal;
import io.curlake.model.config.FindingsConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules but those that are off, in an order: what can go altogether comes before what can be had cheaper. A cost that one
 * finding saves no later one saves again.
 */
public final class Rules {
    private static final List<FindingRule> ALL = List.of(
            new UnattachedVolume(),
            new StoppedInstance(),
            new UnusedImage(),
            new ObsoleteSnapshot(),
            new UnusedElasticIp(),
            new IdleLoadBalancer(),
            new IdleNatGateway(),
            new IdleInstance(),
            new ZombieStream(),
            new ZombieTable(),
            new OldGeneration(),
            new Gp2Volume(),
            new BucketWithoutLifecycle(),
            new IncompleteUploads(),
            new LogGroupWithoutRetention(),
            new PublicBucket(),
            new OpenSecurityGroup(),
            new InactiveUser(),
            new InactiveAccessKey());

    private static final List<BillRule> OF_BILLS = List.of(new UncoveredUsage(), new UnusedCommitment());

    private final List<FindingRule> rules;
    private final List<BillRule> ofBills;

    private Rules(List<FindingRule> rules, List<BillRule> ofBills) {
        this.rules = rules;
        this.ofBills = ofBills;
    }

    /** Refuses the name of a rule that there is none of. */
    public static Rules of(FindingsConfig config) {
        Set<String> names = names();
        new TreeSet<>(config.off())
                .stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
                    throw Refusal.usage("Cannot turn off rule '" + name + "' of findings.off: there are "
                            + String.join(", ", names) + ".");
                });
        return new Rules(
                ALL.stream().filter(rule -> !config.off().contains(rule.name())).toList(),
                OF_BILLS.stream()
                        .filter(rule -> !config.off().contains(rule.name()))
                        .toList());
    }

    /** The names of all rules, sorted. */
    public static Set<String> names() {
        return Stream.concat(
                        ALL.stream().map(FindingRule::name), OF_BILLS.stream().map(BillRule::name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of those that are not off. */
    public Set<String> applied() {
        return Stream.concat(
                        rules.stream().map(FindingRule::name), ofBills.stream().map(BillRule::name))
                .collect(Collectors.toSet());
    }

    /** What a finding of that rule saves; nothing of one that is about a bill. */
    public static Set<String> saves(String rule, String resourceId, Map<String, String> evidence) {
        return ALL.stream()
                .filter(one -> one.name().equals(rule))
                .findFirst()
                .map(one -> one.saves(resourceId, evidence))
                .orElse(Set.of());
    }

    public List<Finding> find(RegionView view) {
        Set<String> saved = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (FindingRule rule : rules) {
            for (Finding finding : rule.find(view)) {
                Set<String> saves = rule.saves(finding);
                if (Collections.disjoint(saved, saves)) {
                    saved.addAll(saves);
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** What no single resource shows. */
    public List<BillFinding> find(BillView view) {
        return ofBills.stream().flatMap(rule -> rule.find(view).stream()).toList();
    }
}
