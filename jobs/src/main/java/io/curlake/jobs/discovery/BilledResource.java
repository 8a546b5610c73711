package io.curlake.jobs.discovery;

import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the id of a billed resource says of it. */
public final class BilledResource {
    private static final String ARN = "arn:aws[a-z-]*:";

    /** The first that matches. */
    private static final List<Map.Entry<Pattern, ResourceType>> TYPES = List.of(
            of("(" + ARN + "ec2:.*:instance/)?i-[0-9a-f]+", ResourceType.INSTANCE),
            of("(" + ARN + "ec2:.*:volume/)?vol-[0-9a-f]+", ResourceType.VOLUME),
            of("(" + ARN + "ec2:.*:snapshot/)?snap-[0-9a-f]+", ResourceType.SNAPSHOT),
            of("(" + ARN + "ec2:.*:image/)?ami-[0-9a-f]+", ResourceType.IMAGE),
            of("(" + ARN + "ec2:.*:elastic-ip/)?eipalloc-[0-9a-f]+", ResourceType.ELASTIC_IP),
            of("(" + ARN + "ec2:.*:network-interface/)?eni-[0-9a-f]+", ResourceType.NETWORK_INTERFACE),
            of("(" + ARN + "ec2:.*:natgateway/)?nat-[0-9a-f]+", ResourceType.NAT_GATEWAY),
            of("(" + ARN + "ec2:.*:vpc-endpoint/)?vpce-[0-9a-f]+", ResourceType.VPC_ENDPOINT),
            of(ARN + "elasticloadbalancing:.*:loadbalancer/(app|net|gwy)/.*", ResourceType.LOAD_BALANCER),
            of(ARN + "elasticloadbalancing:.*:loadbalancer/[^/]+", ResourceType.CLASSIC_LOAD_BALANCER),
            of(ARN + "rds:.*:db:.*", ResourceType.DATABASE_INSTANCE),
            of(ARN + "rds:.*:cluster:.*", ResourceType.DATABASE_CLUSTER),
            of(ARN + "rds:.*:snapshot:.*", ResourceType.DATABASE_SNAPSHOT),
            of(ARN + "elasticache:.*:cluster:.*", ResourceType.CACHE_CLUSTER),
            of(ARN + "es:.*:domain/.*", ResourceType.SEARCH_DOMAIN),
            of(ARN + "redshift:.*:cluster:.*", ResourceType.REDSHIFT_CLUSTER),
            of(ARN + "elasticfilesystem:.*:file-system/.*", ResourceType.FILE_SYSTEM),
            of(ARN + "lambda:.*:function:.*", ResourceType.FUNCTION),
            of(ARN + "ecs:.*:cluster/.*", ResourceType.ECS_CLUSTER),
            of(ARN + "eks:.*:cluster/.*", ResourceType.EKS_CLUSTER),
            of(ARN + "dynamodb:.*:table/[^/]+", ResourceType.TABLE),
            of(ARN + "logs:.*:log-group:.*", ResourceType.LOG_GROUP),
            of("(" + ARN + "s3:::)[^/]+", ResourceType.BUCKET));

    private static final String BUCKETS = "AmazonS3";
    private static final String SEPARATORS = ".*[:/].*";
    private static final int REGION_OF_ARN = 3;
    private static final int PARTS_OF_ARN = 6;

    private BilledResource() {}

    private static Map.Entry<Pattern, ResourceType> of(String id, ResourceType type) {
        return Map.entry(Pattern.compile(id), type);
    }

    /** The type that discovery would find it as; empty for what it does not look for. */
    public static Optional<ResourceType> typeOf(String id, String productCode) {
        if (productCode.equals(BUCKETS) && !id.matches(SEPARATORS)) {
            return Optional.of(ResourceType.BUCKET);
        }
        return TYPES.stream()
                .filter(entry -> entry.getKey().matcher(id).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The region that an ARN names; empty for what is no ARN, or one without a region. */
    public static Optional<String> regionOf(String id) {
        String[] parts = id.split(":", PARTS_OF_ARN);
        return parts.length == PARTS_OF_ARN && parts[0].equals("arn")
                ? Optional.of(parts[REGION_OF_ARN]).filter(region -> !region.isEmpty())
                : Optional.empty();
    }
}
