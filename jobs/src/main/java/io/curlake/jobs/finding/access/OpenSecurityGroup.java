package io.curlake.jobs.finding.access;

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
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A security group that lets everyone in to a port of administration or of a database. */
public final class OpenSecurityGroup implements FindingRule {
    private static final Pattern RANGE = Pattern.compile("(?:tcp|6) (\\d+)(?:-(\\d+))?");

    @Override
    public String name() {
        return "open-security-group";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.SECURITY_GROUP).stream()
                .flatMap(group -> {
                    List<String> open = group.texts(Attribute.OPEN_TO_WORLD).stream()
                            .filter(ports -> isMeant(ports, view.thresholds().ports()))
                            .toList();
                    return open.isEmpty() ? Stream.empty() : Stream.of(finding(view, group, open));
                })
                .toList();
    }

    private Finding finding(RegionView view, Resource group, List<String> open) {
        long users = view.of(ResourceType.NETWORK_INTERFACE).stream()
                .filter(network -> network.texts(Attribute.SECURITY_GROUPS).contains(group.id()))
                .count();
        boolean isKnown = view.listed().contains(ResourceType.NETWORK_INTERFACE);
        Case opened = Case.of(this, group, "Everyone may come in: " + String.join(", ", open) + ".")
                .with(Attribute.OPEN_TO_WORLD)
                .with(Attribute.VPC_ID);
        return (isKnown ? opened.with("network_interfaces", users) : opened)
                .close(
                        Savings.A_RISK,
                        isKnown && users == 0 ? Confidence.LOW : Confidence.HIGH,
                        "aws ec2 describe-security-groups --region " + group.region() + " --group-ids " + group.id());
    }

    /** @param open {@code tcp 22}, {@code tcp 3000-3999} or {@code all} */
    private static boolean isMeant(String open, List<Integer> ports) {
        Matcher range = RANGE.matcher(open);
        if (!range.matches()) {
            return open.equals("all");
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        return ports.stream().anyMatch(port -> first <= port && port <= last);
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
