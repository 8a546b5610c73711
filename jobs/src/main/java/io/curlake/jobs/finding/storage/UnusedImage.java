package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.jobs.finding.UsageCost;
import io.curlake.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An old image that none of the account's instances was started from. Launch templates are not seen, nor the accounts that
 * it is shared with. Those that a backup plan or a lifecycle policy made end by themselves.
 */
public final class UnusedImage implements FindingRule {
    @Override
    public String name() {
        return "unused-image";
    }

    @Override
    public List<Finding> find(RegionView view) {
        if (!view.listed().containsAll(Set.of(ResourceType.INSTANCE, ResourceType.SNAPSHOT))) {
            return List.of();
        }
        Set<String> used = view.of(ResourceType.INSTANCE).stream()
                .flatMap(instance -> instance.text(Attribute.IMAGE_ID).stream())
                .collect(Collectors.toSet());
        List<Resource> unused = view.of(ResourceType.IMAGE).stream()
                .filter(image -> view.isOlder(image.created(), view.thresholds().imageDays()))
                .filter(image -> !used.contains(image.id()) && !image.isTrue(Attribute.PUBLIC))
                .filter(image -> !Backups.made(image))
                .sorted(Comparator.comparing(Resource::id))
                .toList();
        Set<String> kept = view.of(ResourceType.IMAGE).stream()
                .filter(image -> !unused.contains(image))
                .flatMap(image -> image.texts(Attribute.SNAPSHOTS).stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<Finding> findings = new ArrayList<>();
        for (Resource image : unused) {
            // A snapshot of several images goes with the first of them, where all of them go.
            List<String> snapshots =
                    image.texts(Attribute.SNAPSHOTS).stream().filter(kept::add).toList();
            findings.add(finding(view, image, snapshots));
        }
        return findings;
    }

    private Finding finding(RegionView view, Resource image, List<String> snapshots) {
        List<UsageCost> costs = view.of(ResourceType.SNAPSHOT).stream()
                .filter(snapshot -> snapshot.aliases().stream().anyMatch(snapshots::contains))
                .flatMap(snapshot -> view.costs().of(snapshot).stream())
                .toList();
        return Case.of(this, image, "None of the account's instances was started from the image.")
                .withAge()
                .with(Attribute.SNAPSHOTS.key(), String.join(",", snapshots))
                .close(
                        Savings.all(costs),
                        Confidence.LOW,
                        "aws ec2 describe-launch-template-versions --region " + image.region()
                                + " --versions '$Latest' --filters Name=image-id,Values=" + image.id());
    }

    /** Its snapshots go with it. */
    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        String snapshots = evidence.getOrDefault(Attribute.SNAPSHOTS.key(), "");
        Set<String> saves = new HashSet<>(Set.of(resourceId));
        saves.addAll(List.of(snapshots.split(",", -1)));
        saves.remove("");
        return saves;
    }
}
