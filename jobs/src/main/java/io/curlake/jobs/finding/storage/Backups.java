package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Resource;
import java.util.List;

/** What AWS Backup and the Data Lifecycle Manager make: their plans and policies end it, and AWS Backup lets no one else. */
final class Backups {
    private static final List<String> TAGS = List.of("aws:backup:source-resource", "aws:dlm:lifecycle-policy-id");

    private Backups() {}

    static boolean made(Resource resource) {
        return TAGS.stream().anyMatch(resource.tags()::containsKey);
    }
}
