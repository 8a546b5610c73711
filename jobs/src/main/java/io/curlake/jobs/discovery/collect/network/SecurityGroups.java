package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.jobs.discovery.collect.machine.Ec2Tags;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups, and what they let in from everywhere. */
public final class SecurityGroups implements Collector {
    private static final String EVERYTHING = "-1";

    @Override
    public ResourceType type() {
        return ResourceType.SECURITY_GROUP;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder())
                .describeSecurityGroupsPaginator()
                .securityGroups()
                .forEach(group -> found.add(resource(place, group)));
    }

    private static Resource.Builder resource(Place place, SecurityGroup group) {
        Resource.Builder resource = place.resource(ResourceType.SECURITY_GROUP, group.groupId())
                .name(group.groupName())
                .with(Attribute.DESCRIPTION, group.description())
                .with(Attribute.VPC_ID, group.vpcId())
                .with(
                        Attribute.OPEN_TO_WORLD,
                        group.ipPermissions().stream()
                                .filter(SecurityGroups::isOpen)
                                .map(SecurityGroups::ports)
                                .distinct()
                                .sorted()
                                .toList());
        Ec2Tags.of(group.tags()).forEach(resource::tag);
        return resource;
    }

    private static boolean isOpen(IpPermission permission) {
        return permission.ipRanges().stream().anyMatch(range -> "0.0.0.0/0".equals(range.cidrIp()))
                || permission.ipv6Ranges().stream().anyMatch(range -> "::/0".equals(range.cidrIpv6()));
    }

    private static String ports(IpPermission permission) {
        if (EVERYTHING.equals(permission.ipProtocol())) {
            return "all";
        }
        if (permission.fromPort() == null || permission.toPort() == null) {
            return permission.ipProtocol();
        }
        return permission.fromPort().equals(permission.toPort())
                ? permission.ipProtocol() + " " + permission.fromPort()
                : permission.ipProtocol() + " " + permission.fromPort() + "-" + permission.toPort();
    }
}
