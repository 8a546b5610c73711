package io.curlake.jobs.discovery.collect.machine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags of EC2's resources. */
public final class Ec2Tags {
    private Ec2Tags() {}

    public static Map<String, String> of(List<Tag> tags) {
        Map<String, String> all = new TreeMap<>();
        tags.forEach(tag -> all.put(tag.key(), tag.value()));
        return all;
    }
}
