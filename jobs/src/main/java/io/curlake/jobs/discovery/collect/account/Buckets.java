package io.curlake.jobs.discovery.collect.account;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3 buckets of all regions, and the settings that decide what they cost and who may read them. */
public final class Buckets implements Collector {
    private static final int PAGE = 1000;
    private static final Set<String> EVERYONE = Set.of(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");

    @Override
    public ResourceType type() {
        return ResourceType.BUCKET;
    }

    @Override
    public void collect(Place place, Found found) {
        S3Client client = place.client(S3Client.builder());
        Map<String, Place> homes = new HashMap<>();
        try {
            client.listBucketsPaginator(request -> request.maxBuckets(PAGE))
                    .buckets()
                    .forEach(bucket -> {
                        Optional<Place> home = Optional.ofNullable(bucket.bucketRegion())
                                .or(() -> location(client, bucket, found))
                                .map(region -> homes.computeIfAbsent(region, place::in));
                        found.add(resource(home.orElse(place), bucket, found));
                    });
        } finally {
            homes.values().forEach(Place::close);
        }
    }

    /** Where the list does not say it. */
    private static Optional<String> location(S3Client client, Bucket bucket, Found found) {
        return found.detail(
                "s3:GetBucketLocation",
                () -> region(client.getBucketLocation(request -> request.bucket(bucket.name()))
                        .locationConstraintAsString()));
    }

    private static Resource.Builder resource(Place home, Bucket bucket, Found found) {
        Resource.Builder resource = home.resource(ResourceType.BUCKET, bucket.name())
                .alsoBilledAs(home.globalArn("s3", bucket.name()))
                .name(bucket.name())
                .created(bucket.creationDate());
        describe(resource, home.client(S3Client.builder()), bucket.name(), found);
        return resource;
    }

    /** What AWS called the first two regions, before regions had names. */
    private static String region(@Nullable String location) {
        if (location == null || location.isEmpty()) {
            return "us-east-1";
        }
        return location.equals("EU") ? "eu-west-1" : location;
    }

    private static void describe(Resource.Builder resource, S3Client client, String bucket, Found found) {
        found.detail(
                        "s3:GetBucketTagging",
                        () -> client.getBucketTagging(request -> request.bucket(bucket))
                                .tagSet(),
                        List.<Tag>of(),
                        "NoSuchTagSet")
                .ifPresent(tags -> tags.forEach(tag -> resource.tag(tag.key(), tag.value())));
        resource.with(
                        Attribute.PUBLIC_BY_POLICY,
                        found.detail(
                                        "s3:GetBucketPolicyStatus",
                                        () -> client.getBucketPolicyStatus(request -> request.bucket(bucket))
                                                .policyStatus()
                                                .isPublic(),
                                        false,
                                        "NoSuchBucketPolicy")
                                .orElse(null))
                .with(
                        Attribute.PUBLIC_BY_ACL,
                        found.detail(
                                        "s3:GetBucketAcl",
                                        () -> client.getBucketAcl(request -> request.bucket(bucket)).grants().stream()
                                                .anyMatch(Buckets::isToEveryone))
                                .orElse(null))
                .with(
                        Attribute.PUBLIC_ACCESS_BLOCKED,
                        found.detail(
                                        "s3:GetBucketPublicAccessBlock",
                                        () -> isClosed(client.getPublicAccessBlock(request -> request.bucket(bucket))
                                                .publicAccessBlockConfiguration()),
                                        false,
                                        "NoSuchPublicAccessBlockConfiguration")
                                .orElse(null))
                .with(
                        Attribute.ENCRYPTION,
                        found.detail(
                                        "s3:GetEncryptionConfiguration",
                                        () -> algorithm(client.getBucketEncryption(request -> request.bucket(bucket))
                                                .serverSideEncryptionConfiguration()
                                                .rules()),
                                        "none",
                                        "ServerSideEncryptionConfigurationNotFoundError")
                                .orElse(null))
                .with(
                        Attribute.VERSIONING,
                        found.detail(
                                        "s3:GetBucketVersioning",
                                        () -> Optional.ofNullable(
                                                        client.getBucketVersioning(request -> request.bucket(bucket))
                                                                .statusAsString())
                                                .orElse("never"))
                                .orElse(null));
        found.detail(
                        "s3:GetLifecycleConfiguration",
                        () -> client.getBucketLifecycleConfiguration(request -> request.bucket(bucket))
                                .rules(),
                        List.<LifecycleRule>of(),
                        "NoSuchLifecycleConfiguration")
                .map(rules -> rules.stream()
                        .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                        .toList())
                .ifPresent(rules -> resource.with(Attribute.LIFECYCLE_RULES, rules.size())
                        .with(
                                Attribute.ABORTS_UPLOADS,
                                rules.stream().anyMatch(rule -> rule.abortIncompleteMultipartUpload() != null)));
    }

    private static boolean isToEveryone(Grant grant) {
        return grant.grantee() != null
                && EVERYONE.contains(String.valueOf(grant.grantee().uri()));
    }

    private static boolean isClosed(PublicAccessBlockConfiguration block) {
        return block.blockPublicAcls()
                && block.ignorePublicAcls()
                && block.blockPublicPolicy()
                && block.restrictPublicBuckets();
    }

    private static String algorithm(List<ServerSideEncryptionRule> rules) {
        return rules.stream()
                .findFirst()
                .map(rule -> rule.applyServerSideEncryptionByDefault().sseAlgorithmAsString())
                .orElse("none");
    }
}
