package io.curlake.jobs.finding.storage;

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
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A gp2 volume, which as gp3 does the same for less. Above 1,000 GiB gp3 needs bought IOPS to be as fast: three a GiB, 3,000
 * of them free, 16,000 at most. Throughput is not bought along: few volumes reach the 125 MiB/s that come with gp3, but those
 * above 170 GiB may, and are less sure. Source: EBS volume types, 2026-10.
 */
public final class Gp2Volume implements FindingRule {
    private static final String GP2 = "EBS:VolumeUsage.gp2";
    private static final String GP3 = "EBS:VolumeUsage.gp3";
    private static final String IOPS = "EBS:VolumeP-IOPS.gp3";
    private static final BigDecimal A_GIB = BigDecimal.valueOf(3);
    private static final BigDecimal FREE = BigDecimal.valueOf(3000);
    private static final BigDecimal MOST = BigDecimal.valueOf(16000);
    private static final BigDecimal SLOW_GIB = BigDecimal.valueOf(170);
    private static final int PLACES = 18;

    @Override
    public String name() {
        return "gp2-volume";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.VOLUME).stream()
                .filter(volume ->
                        volume.text(Attribute.VOLUME_TYPE).filter("gp2"::equals).isPresent())
                .flatMap(volume -> finding(view, volume).stream())
                .toList();
    }

    private Optional<Finding> finding(RegionView view, Resource volume) {
        Saving saving = saving(view, volume);
        return saving.amount() != null && saving.amount().signum() <= 0
                ? Optional.empty()
                : Optional.of(Case.of(this, volume, "The volume is gp2; gp3 does the same for less.")
                        .with(Attribute.SIZE_GIB)
                        .with(Attribute.IOPS)
                        .with(Attribute.ATTACHED_TO)
                        .close(saving, isSlow(volume) ? Confidence.HIGH : Confidence.MEDIUM, check(volume)));
    }

    /** Whether it reaches 128 MiB/s at most, and not 250. */
    private static boolean isSlow(Resource volume) {
        return volume.number(Attribute.SIZE_GIB)
                .filter(size -> size.compareTo(SLOW_GIB) <= 0)
                .isPresent();
    }

    private static String check(Resource volume) {
        BigDecimal iops = boughtIops(volume);
        return "aws ec2 modify-volume --dry-run --region " + volume.region() + " --volume-type gp3 --volume-id "
                + volume.id()
                + (iops.signum() > 0 ? " --iops " + FREE.add(iops).toPlainString() : "");
    }

    private static Saving saving(RegionView view, Resource volume) {
        List<UsageCost> storage = view.costs().of(volume).stream()
                .filter(cost -> cost.usageType().endsWith(GP2))
                .toList();
        Saving own = Savings.all(storage);
        if (own.amount() == null || own.currency() == null) {
            return own;
        }
        UsageCost first = storage.get(0);
        String prefix = first.usageType().substring(0, first.usageType().length() - GP2.length());
        Optional<BigDecimal> rate = view.rates().of(first.usageType(), own.currency());
        Optional<BigDecimal> target = view.rates().of(prefix + GP3, own.currency());
        if (rate.isEmpty() || target.isEmpty()) {
            return Saving.unknown(
                    "the bill has no public rate of " + (rate.isEmpty() ? first.usageType() : prefix + GP3));
        }
        String basis = Savings.OWN_COST + " at the rate of " + prefix + GP3;
        BigDecimal iops = boughtIops(volume);
        if (iops.signum() == 0) {
            return Saving.of(Savings.part(own.amount(), target.get(), rate.get()), own.currency(), basis);
        }
        Optional<BigDecimal> price = view.rates().of(prefix + IOPS, own.currency());
        if (price.isEmpty()) {
            return Saving.unknown(
                    "the bill has no public rate of " + prefix + IOPS + ", which a gp3 volume of this size needs");
        }
        BigDecimal withIops = target.get().add(ofAGib(volume, iops.multiply(price.get())));
        return Saving.of(
                Savings.part(own.amount(), withIops, rate.get()), own.currency(), basis + " and " + prefix + IOPS);
    }

    /** So that IOPS count for as long as the volume did, and at the discount that it had. */
    private static BigDecimal ofAGib(Resource volume, BigDecimal cost) {
        return cost.divide(volume.number(Attribute.SIZE_GIB).orElse(BigDecimal.ONE), PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal boughtIops(Resource volume) {
        return volume.number(Attribute.SIZE_GIB)
                .map(size -> size.multiply(A_GIB).min(MOST).subtract(FREE).max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
    }
}
