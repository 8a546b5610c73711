package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;

/** A volume without an instance for some days at least; AWS does not say since when, so its age is what
 * counts, and it may have been detached an hour ago. */
public final class UnattachedVolume implements FindingRule {
    @Override
    public String name() {
        return "unattached-volume";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.VOLUME).stream()
                .filter(volume -> volume.state().equals("available")
                        && volume.text(Attribute.ATTACHED_TO).isEmpty())
                .filter(volume ->
                        view.isOlder(volume.created(), view.thresholds().unattachedDays()))
                .map(volume -> Case.of(this, volume, "No instance uses the volume.")
                        .withAge()
                        .with(Attribute.VOLUME_TYPE)
                        .with(Attribute.SIZE_GIB)
                        .with(Attribute.SNAPSHOT_ID)
                        .close(
                                Savings.all(view.costs().of(volume)),
                                Confidence.MEDIUM,
                                "aws ec2 describe-volumes --region " + volume.region() + " --volume-ids "
                                        + volume.id()))
                .toList();
    }
}
