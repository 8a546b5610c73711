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

/** A user with a password who has not signed in for long. */
public final class InactiveUser implements FindingRule {
    @Override
    public String name() {
        return "inactive-user";
    }

    @Override
    public List<Finding> find(RegionView view) {
        int days = view.thresholds().unusedDays();
        return view.of(ResourceType.USER).stream()
                .filter(user -> user.isTrue(Attribute.HAS_PASSWORD))
                .filter(user ->
                        view.isOlder(user.time(Attribute.PASSWORD_LAST_USED).orElse(user.created()), days))
                .map(user -> Case.of(this, user, "The user has a password and did not sign in for " + days + " days.")
                        .withAge()
                        .with(Attribute.PASSWORD_LAST_USED)
                        .close(Savings.A_RISK, Confidence.MEDIUM, "aws iam get-user --user-name " + user.name()))
                .toList();
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
