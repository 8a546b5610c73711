package io.curlake.model.resource;

import static io.curlake.model.resource.Right.toList;
import static io.curlake.model.resource.Right.toSee;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of resource that discovery finds: its word in tables and in the configuration, and the rights it takes. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of
public enum ResourceType {
    INSTANCE(
            "instance",
            Where.REGION,
            toList("ec2:DescribeInstances", "EC2 instances and their state"),
            toSee("ec2:DescribeInstanceTypes", "the vCPUs and the memory of instance types")),
    VOLUME("volume", Where.REGION, toList("ec2:DescribeVolumes", "EBS volumes and what they are attached to")),
    SNAPSHOT("snapshot", Where.REGION, toList("ec2:DescribeSnapshots", "EBS snapshots, and which of them are public")),
    IMAGE("image", Where.REGION, toList("ec2:DescribeImages", "machine images (AMIs) that the account owns")),
    ELASTIC_IP("elastic-ip", Where.REGION, toList("ec2:DescribeAddresses", "elastic IP addresses and who uses them")),
    NETWORK_INTERFACE(
            "network-interface",
            Where.REGION,
            toList("ec2:DescribeNetworkInterfaces", "network interfaces and their public IPv4 addresses")),
    NAT_GATEWAY("nat-gateway", Where.REGION, toList("ec2:DescribeNatGateways", "NAT gateways")),
    VPC_ENDPOINT("vpc-endpoint", Where.REGION, toList("ec2:DescribeVpcEndpoints", "VPC endpoints")),
    SECURITY_GROUP(
            "security-group",
            Where.REGION,
            toList("ec2:DescribeSecurityGroups", "security groups and whom they let in")),
    LOAD_BALANCER(
            "load-balancer",
            Where.REGION,
            toList("elasticloadbalancing:DescribeLoadBalancers", "load balancers of all generations"),
            toSee("elasticloadbalancing:DescribeTargetGroups", "the target groups of load balancers"),
            toSee("elasticloadbalancing:DescribeTargetHealth", "whether anything healthy is behind load balancers"),
            toSee("elasticloadbalancing:DescribeTags", "the tags of load balancers")),
    CLASSIC_LOAD_BALANCER(
            "classic-load-balancer",
            Where.REGION,
            toList("elasticloadbalancing:DescribeLoadBalancers", "load balancers of all generations"),
            toSee("elasticloadbalancing:DescribeTags", "the tags of load balancers")),
    DATABASE_INSTANCE(
            "database-instance", Where.REGION, toList("rds:DescribeDBInstances", "RDS instances and their storage")),
    DATABASE_CLUSTER("database-cluster", Where.REGION, toList("rds:DescribeDBClusters", "RDS and Aurora clusters")),
    DATABASE_SNAPSHOT(
            "database-snapshot", Where.REGION, toList("rds:DescribeDBSnapshots", "snapshots of RDS instances")),
    CACHE_CLUSTER(
            "cache-cluster",
            Where.REGION,
            toList("elasticache:DescribeCacheClusters", "ElastiCache clusters and their nodes"),
            toSee("elasticache:ListTagsForResource", "the tags of ElastiCache clusters")
                    .on("elasticache:*:*:cluster:*")),
    SEARCH_DOMAIN(
            "search-domain",
            Where.REGION,
            toList("es:ListDomainNames", "the names of OpenSearch domains"),
            toSee("es:DescribeDomains", "the nodes and the storage of OpenSearch domains")
                    .on("es:*:*:domain/*"),
            toSee("es:ListTags", "the tags of OpenSearch domains").on("es:*:*:domain/*")),
    REDSHIFT_CLUSTER(
            "redshift-cluster", Where.REGION, toList("redshift:DescribeClusters", "Redshift clusters and their nodes")),
    FILE_SYSTEM(
            "file-system",
            Where.REGION,
            toList("elasticfilesystem:DescribeFileSystems", "EFS file systems and their sizes")),
    FUNCTION(
            "function",
            Where.REGION,
            toList("lambda:ListFunctions", "Lambda functions"),
            toSee("lambda:ListTags", "the tags of Lambda functions").on("lambda:*:*:function:*")),
    ECS_CLUSTER(
            "ecs-cluster",
            Where.REGION,
            toList("ecs:ListClusters", "the names of ECS clusters"),
            toSee("ecs:DescribeClusters", "the tasks and services of ECS clusters")
                    .on("ecs:*:*:cluster/*")),
    EKS_CLUSTER(
            "eks-cluster",
            Where.REGION,
            toList("eks:ListClusters", "the names of EKS clusters"),
            toSee("eks:DescribeCluster", "the versions and the state of EKS clusters")
                    .on("eks:*:*:cluster/*")),
    TABLE(
            "table",
            Where.REGION,
            toList("dynamodb:ListTables", "the names of DynamoDB tables"),
            toSee("dynamodb:DescribeTable", "the sizes and the billing modes of DynamoDB tables")
                    .on("dynamodb:*:*:table/*"),
            toSee("dynamodb:ListTagsOfResource", "the tags of DynamoDB tables").on("dynamodb:*:*:table/*")),
    LOG_GROUP("log-group", Where.REGION, toList("logs:DescribeLogGroups", "log groups, their sizes and retention")),
    BUCKET(
            "bucket",
            Where.ACCOUNT,
            toList("s3:ListAllMyBuckets", "the names of S3 buckets"),
            toSee("s3:GetBucketLocation", "the region of buckets").on("s3:::*"),
            toSee("s3:GetBucketTagging", "the tags of buckets").on("s3:::*"),
            toSee("s3:GetBucketPolicyStatus", "whether a policy makes buckets public")
                    .on("s3:::*"),
            toSee("s3:GetBucketAcl", "whether an ACL makes buckets public").on("s3:::*"),
            toSee("s3:GetBucketPublicAccessBlock", "whether buckets are closed to the public")
                    .on("s3:::*"),
            toSee("s3:GetEncryptionConfiguration", "the encryption of buckets").on("s3:::*"),
            toSee("s3:GetLifecycleConfiguration", "whether objects of buckets ever expire")
                    .on("s3:::*"),
            toSee("s3:GetBucketVersioning", "whether buckets keep old versions").on("s3:::*")),
    USER(
            "user",
            Where.ACCOUNT,
            toList("iam:ListUsers", "IAM users and when their passwords were last used"),
            toSee("iam:GetLoginProfile", "which users have a password").on("iam::*:user/*")),
    ACCESS_KEY(
            "access-key",
            Where.ACCOUNT,
            toList("iam:ListUsers", "IAM users and when their passwords were last used"),
            toList("iam:ListAccessKeys", "the access keys of users, never what they are")
                    .on("iam::*:user/*"),
            toSee("iam:GetAccessKeyLastUsed", "when access keys were last used").on("iam::*:user/*"));

    /** What the look at the regions of an account takes, whatever is looked for in them. */
    public static final Right REGIONS = toList("ec2:DescribeRegions", "which regions are enabled in the account");

    /** What reading metrics takes. */
    public static final Right METRICS = toSee("cloudwatch:GetMetricData", "how much resources are used");

    private final String word;
    private final Where where;
    private final List<Right> rights;

    ResourceType(String word, Where where, Right... rights) {
        this.word = word;
        this.where = where;
        this.rights = List.of(rights);
    }

    private enum Where {
        REGION,
        ACCOUNT
    }

    /** As in tables and in the configuration. */
    public String word() {
        return word;
    }

    /** Whether one look shows the resources of all regions. */
    public boolean isOfWholeAccount() {
        return where == Where.ACCOUNT;
    }

    /** The rights that the look takes, without {@link #REGIONS} and {@link #METRICS}. */
    public List<Right> rights() {
        return rights;
    }

    /** The type of that word; empty for none. */
    public static Optional<ResourceType> named(String word) {
        return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** All words, in the order of the types. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ResourceType::word).toList();
    }
}
