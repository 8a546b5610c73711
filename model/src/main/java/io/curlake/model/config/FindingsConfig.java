package io.curlake.model.config;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * From where on a resource is worth a finding.
 *
 * @param unattachedDays how old a volume without an instance is at least
 * @param snapshotDays how old a snapshot is at least, whose volume is gone and which no image uses
 * @param imageDays how old an image is at least that no instance runs
 * @param stoppedDays how long an instance is stopped at least
 * @param idleCpu an idle instance's CPU use never goes above, percent
 * @param idleNetwork an idle instance's traffic, bytes a second on average, stays below
 * @param idleNatGib what an idle NAT gateway moved at most in the days of metrics, GiB
 * @param unusedDays for how many days a user or key was not used at least
 * @param ports what a security group may not open to everyone, besides all ports
 * @param bucketCost what a bucket costs in 30 days at least, in its currency, to miss a lifecycle
 * @param logGroupGib what a log group holds at least to miss a retention, GiB
 * @param uncoveredCost steady on-demand cost that no commitment covers, a day at least, in its currency
 * @param unusedCommitment what a commitment's unused part cost in a billing period at least, in its currency
 * @param off names of rules that are not applied
 */
public record FindingsConfig(
        int unattachedDays,
        int snapshotDays,
        int imageDays,
        int stoppedDays,
        BigDecimal idleCpu,
        BigDecimal idleNetwork,
        BigDecimal idleNatGib,
        int unusedDays,
        List<Integer> ports,
        BigDecimal bucketCost,
        BigDecimal logGroupGib,
        BigDecimal uncoveredCost,
        BigDecimal unusedCommitment,
        Set<String> off)
        implements Serializable {
    public static final FindingsConfig DEFAULT = new FindingsConfig(
            7,
            90,
            180,
            30,
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(1000),
            BigDecimal.ONE,
            90,
            List.of(22, 1433, 3306, 3389, 5432, 6379, 9200, 27017),
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE,
            Set.of());

    private static final int LONGEST = 3650;
    private static final int LAST_PORT = 65535;

    public FindingsConfig {
        ports = List.copyOf(ports);
        off = Set.copyOf(off);
    }

    static FindingsConfig parse(YamlMap map) {
        List<Integer> ports = map.list("ports", text -> Numbers.between(0, LAST_PORT, text));
        FindingsConfig findings = new FindingsConfig(
                days(map, "unattached-days", DEFAULT.unattachedDays),
                days(map, "snapshot-days", DEFAULT.snapshotDays),
                days(map, "image-days", DEFAULT.imageDays),
                days(map, "stopped-days", DEFAULT.stoppedDays),
                amount(map, "idle-cpu", DEFAULT.idleCpu),
                amount(map, "idle-network", DEFAULT.idleNetwork),
                amount(map, "idle-nat-gib", DEFAULT.idleNatGib),
                days(map, "unused-days", DEFAULT.unusedDays),
                ports.isEmpty() ? DEFAULT.ports : ports,
                amount(map, "bucket-cost", DEFAULT.bucketCost),
                amount(map, "log-group-gib", DEFAULT.logGroupGib),
                amount(map, "uncovered-cost", DEFAULT.uncoveredCost),
                amount(map, "unused-commitment", DEFAULT.unusedCommitment),
                Set.copyOf(map.list("off", text -> text)));
        map.refuseTheRest();
        return findings;
    }

    private static int days(YamlMap map, String key, int otherwise) {
        return map.optional(key, text -> Numbers.between(0, LONGEST, text)).orElse(otherwise);
    }

    private static BigDecimal amount(YamlMap map, String key, BigDecimal otherwise) {
        return map.optional(key, Amounts::positive).orElse(otherwise);
    }
}
