package io.curlake.jobs.discovery.collect.machine;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/** EC2 instances, those that ended an hour ago at most included. */
public final class Instances implements Collector {
    private static final Pattern SINCE = Pattern.compile("\\((\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) GMT\\)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String GROUP = "aws:autoscaling:groupName";
    private static final int TYPES_AT_ONCE = 100;

    @Override
    public ResourceType type() {
        return ResourceType.INSTANCE;
    }

    @Override
    public void collect(Place place, Found found) {
        Ec2Client ec2 = place.client(Ec2Client.builder());
        List<Instance> instances = ec2.describeInstancesPaginator().reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .filter(instance -> !instance.state().nameAsString().equals("terminated"))
                .toList();
        Map<String, Long> memory = memory(ec2, instances, found);
        instances.forEach(instance -> found.add(resource(place, instance, memory)));
    }

    private static Resource.Builder resource(Place place, Instance instance, Map<String, Long> memory) {
        Resource.Builder resource = place.resource(ResourceType.INSTANCE, instance.instanceId())
                .alsoBilledAs(place.arn("ec2", "instance/" + instance.instanceId()))
                .state(instance.state().nameAsString())
                .created(instance.launchTime())
                .with(Attribute.INSTANCE_TYPE, instance.instanceTypeAsString())
                .with(Attribute.PLATFORM, instance.platformDetails())
                .with(Attribute.ARCHITECTURE, instance.architectureAsString())
                .with(
                        Attribute.LIFECYCLE,
                        Optional.ofNullable(instance.instanceLifecycleAsString())
                                .orElse("on-demand"))
                .with(Attribute.IMAGE_ID, instance.imageId())
                .with(Attribute.VPC_ID, instance.vpcId())
                .with(Attribute.SUBNET_ID, instance.subnetId())
                .with(Attribute.PUBLIC_IP, instance.publicIpAddress())
                .with(Attribute.MEMORY_MIB, memory.get(instance.instanceTypeAsString()))
                .with(
                        Attribute.STATE_SINCE,
                        since(instance.stateTransitionReason()).orElse(null))
                .with(
                        Attribute.SECURITY_GROUPS,
                        instance.securityGroups().stream()
                                .map(GroupIdentifier::groupId)
                                .toList())
                .with(
                        Attribute.VOLUMES,
                        instance.blockDeviceMappings().stream()
                                .flatMap(device -> Optional.ofNullable(device.ebs()).stream())
                                .map(volume -> volume.volumeId())
                                .toList());
        if (instance.placement() != null) {
            resource.with(Attribute.AVAILABILITY_ZONE, instance.placement().availabilityZone());
        }
        if (instance.metadataOptions() != null) {
            resource.with(Attribute.METADATA_TOKENS, instance.metadataOptions().httpTokensAsString());
        }
        if (instance.iamInstanceProfile() != null) {
            resource.with(Attribute.PROFILE, instance.iamInstanceProfile().arn());
        }
        if (instance.cpuOptions() != null) {
            resource.with(
                    Attribute.VCPUS,
                    instance.cpuOptions().coreCount() * instance.cpuOptions().threadsPerCore());
        }
        Ec2Tags.of(instance.tags()).forEach((key, value) -> {
            resource.tag(key, value);
            if (key.equals(GROUP)) {
                resource.with(Attribute.AUTO_SCALING_GROUP, value);
            }
        });
        return resource;
    }

    /** "User initiated (2026-08-01 10:00:00 GMT)"; AWS leaves the time out in some reasons. */
    private static Optional<Instant> since(String reason) {
        Matcher time = SINCE.matcher(reason == null ? "" : reason);
        return time.find()
                ? Optional.of(LocalDateTime.parse(time.group(1), TIME).toInstant(ZoneOffset.UTC))
                : Optional.empty();
    }

    private static Map<String, Long> memory(Ec2Client ec2, List<Instance> instances, Found found) {
        List<String> types = instances.stream()
                .map(Instance::instanceTypeAsString)
                .distinct()
                .sorted()
                .toList();
        Map<String, Long> memory = new HashMap<>();
        for (int from = 0; from < types.size(); from += TYPES_AT_ONCE) {
            List<String> some = types.subList(from, Math.min(types.size(), from + TYPES_AT_ONCE));
            found.detail(
                            "ec2:DescribeInstanceTypes",
                            () -> ec2
                                    .describeInstanceTypesPaginator(request -> request.instanceTypesWithStrings(some))
                                    .instanceTypes()
                                    .stream()
                                    .toList())
                    .ifPresent(infos -> infos.forEach(info -> put(memory, info)));
        }
        return memory;
    }

    private static void put(Map<String, Long> memory, InstanceTypeInfo info) {
        memory.put(info.instanceTypeAsString(), info.memoryInfo().sizeInMiB());
    }
}
