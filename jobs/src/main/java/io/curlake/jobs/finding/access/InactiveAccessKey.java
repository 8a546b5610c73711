package io.curlake.jobs.finding.access;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An active access key that was not used for long. */
public final class InactiveAccessKey implements FindingRule {
    @Override
    public String name() {
        return "inactive-access-key";
    }

    @Override
    public List<Finding> find(RegionView view) {
        int days = view.thresholds().unusedDays();
        return view.of(ResourceType.ACCESS_KEY).stream()
                .filter(key -> key.state().equals("active") && key.isTrue(Attribute.USE_IS_KNOWN))
                .filter(key -> view.isOlder(key.created(), days)
                        && view.isOlder(key.time(Attribute.LAST_USED).orElse(key.created()), days))
                .map(key -> Case.of(this, key, "The key is active and was not used for " + days + " days.")
                        .withAge()
                        .with(Attribute.USER)
                        .with(Attribute.LAST_USED)
                        .with(Attribute.LAST_USED_SERVICE)
                        .close(
                                Savings.A_RISK,
                                Confidence.MEDIUM,
                                "aws iam list-access-keys --user-name "
                                        + key.text(Attribute.USER).orElse("")))
                .toList();
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
