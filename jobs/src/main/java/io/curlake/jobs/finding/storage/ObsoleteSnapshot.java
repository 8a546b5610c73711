package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An old snapshot whose volume is gone and which no image uses. Those that a backup plan or a lifecycle policy made end by
 * themselves. Of a copy nobody knows the volume: AWS gives it an id of all f's. Source: CopySnapshot, 2026-10.
 */
public final class ObsoleteSnapshot implements FindingRule {
    private static final String OF_A_COPY = "vol-f+";

    @Override
    public String name() {
        return "obsolete-snapshot";
    }

    @Override
    public List<Finding> find(RegionView view) {
        if (!view.listed().containsAll(Set.of(ResourceType.VOLUME, ResourceType.IMAGE))) {
            return List.of();
        }
        Set<String> volumes =
                view.of(ResourceType.VOLUME).stream().map(Resource::id).collect(Collectors.toSet());
        Set<String> ofImages = view.of(ResourceType.IMAGE).stream()
                .flatMap(image -> image.texts(Attribute.SNAPSHOTS).stream())
                .collect(Collectors.toSet());
        return view.of(ResourceType.SNAPSHOT).stream()
                .filter(snapshot ->
                        view.isOlder(snapshot.created(), view.thresholds().snapshotDays()))
                .filter(snapshot -> !Backups.made(snapshot))
                .filter(snapshot -> snapshot.text(Attribute.VOLUME_ID)
                        .filter(volume -> !volume.matches(OF_A_COPY) && !volumes.contains(volume))
                        .isPresent())
                .filter(snapshot -> snapshot.aliases().stream().noneMatch(ofImages::contains))
                .map(snapshot -> Case.of(this, snapshot, "The volume of the snapshot is gone, and no image uses it.")
                        .withAge()
                        .with(Attribute.VOLUME_ID)
                        .with(Attribute.SIZE_GIB)
                        .with(Attribute.STORAGE_TIER)
                        .with(Attribute.PUBLIC)
                        .close(
                                Savings.all(view.costs().of(snapshot)),
                                Confidence.MEDIUM,
                                "aws ec2 describe-snapshots --region " + snapshot.region() + " --snapshot-ids "
                                        + snapshot.id().substring(snapshot.id().lastIndexOf('/') + 1)))
                .toList();
    }
}
