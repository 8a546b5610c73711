package io.curlake.provisioning.policy.iam;

import io.curlake.provisioning.aws.Partition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What 'discover' needs in an account to list what costs money: names, sizes, states and tags. It reads no data of any
 * service, and the same policy fits every account.
 */
final class DiscoveryPolicy {
    private static final String ANY = "*";
    private static final String NO_RESOURCE = " AWS knows no resource for these calls, so it must be *.";

    private DiscoveryPolicy() {}

    static IamPolicy of(Partition partition) {
        return new IamPolicy(Stream.of(
                        machines(),
                        data(partition),
                        containers(partition),
                        buckets(partition),
                        people(partition),
                        use(),
                        organization())
                .flatMap(List::stream)
                .toList());
    }

    private static List<IamStatement> machines() {
        return List.of(
                IamStatement.of(
                        "Machines",
                        List.of(
                                "ec2:DescribeAddresses",
                                "ec2:DescribeImages",
                                "ec2:DescribeInstances",
                                "ec2:DescribeInstanceTypes",
                                "ec2:DescribeNatGateways",
                                "ec2:DescribeNetworkInterfaces",
                                "ec2:DescribeRegions",
                                "ec2:DescribeReservedInstances",
                                "ec2:DescribeSnapshots",
                                "ec2:DescribeVolumes",
                                "ec2:DescribeVpcEndpoints",
                                "ec2:DescribeVpcs"),
                        List.of(ANY),
                        "lists instances, volumes, snapshots, addresses and gateways, by name and not by ec2:Describe*, "
                                + "which also shows user data and more." + NO_RESOURCE),
                IamStatement.of(
                        "LoadBalancers",
                        List.of(
                                "elasticloadbalancing:DescribeLoadBalancers",
                                "elasticloadbalancing:DescribeTags",
                                "elasticloadbalancing:DescribeTargetGroups"),
                        List.of(ANY),
                        "lists load balancers and what is behind them." + NO_RESOURCE));
    }

    private static List<IamStatement> data(Partition partition) {
        return List.of(
                IamStatement.of(
                        "Databases",
                        List.of(
                                "dynamodb:ListTables",
                                "elasticache:DescribeCacheClusters",
                                "elasticache:DescribeReplicationGroups",
                                "elasticache:DescribeReservedCacheNodes",
                                "elasticfilesystem:DescribeFileSystems",
                                "es:DescribeReservedInstances",
                                "es:ListDomainNames",
                                "rds:DescribeDBClusters",
                                "rds:DescribeDBInstances",
                                "rds:DescribeDBSnapshots",
                                "rds:DescribeReservedDBInstances",
                                "redshift:DescribeClusters",
                                "redshift:DescribeReservedNodes"),
                        List.of(ANY),
                        "lists databases, caches, search domains, warehouses and file systems, and what is reserved of "
                                + "them; all of the account are wanted, so it is *."),
                IamStatement.of(
                        "Tables",
                        List.of("dynamodb:DescribeTable", "dynamodb:ListTagsOfResource"),
                        List.of("arn:" + partition + ":dynamodb:*:*:table/*"),
                        "reads the size, the billing mode and the tags of a table, and no item of it."),
                IamStatement.of(
                        "SearchDomains",
                        List.of("es:DescribeDomains", "es:ListTags"),
                        List.of("arn:" + partition + ":es:*:*:domain/*"),
                        "reads the sizes and the tags of search domains, and no document."));
    }

    private static List<IamStatement> containers(Partition partition) {
        return List.of(
                IamStatement.of(
                        "Functions",
                        List.of("ecs:ListClusters", "ecs:ListServices", "eks:ListClusters", "lambda:ListFunctions"),
                        List.of(ANY),
                        "lists functions, clusters and services; all of the account are wanted, so it is *."),
                IamStatement.of(
                        "Clusters",
                        List.of("ecs:DescribeClusters", "ecs:DescribeServices"),
                        List.of("arn:" + partition + ":ecs:*:*:cluster/*", "arn:" + partition + ":ecs:*:*:service/*"),
                        "reads what runs in ECS."),
                IamStatement.of(
                        "Kubernetes",
                        List.of("eks:DescribeCluster", "eks:DescribeNodegroup", "eks:ListNodegroups"),
                        List.of("arn:" + partition + ":eks:*:*:cluster/*", "arn:" + partition + ":eks:*:*:nodegroup/*"),
                        "reads the versions and the sizes of clusters, and nothing inside them."));
    }

    private static List<IamStatement> buckets(Partition partition) {
        return List.of(
                IamStatement.of(
                        "Buckets",
                        List.of("s3:ListAllMyBuckets"),
                        List.of(ANY),
                        "lists the names of buckets. AWS knows no resource for it, so it must be *."),
                IamStatement.of(
                        "BucketSettings",
                        List.of(
                                "s3:GetAnalyticsConfiguration",
                                "s3:GetBucketAcl",
                                "s3:GetBucketLocation",
                                "s3:GetBucketPolicyStatus",
                                "s3:GetBucketPublicAccessBlock",
                                "s3:GetBucketTagging",
                                "s3:GetBucketVersioning",
                                "s3:GetIntelligentTieringConfiguration",
                                "s3:GetLifecycleConfiguration",
                                "s3:GetMetricsConfiguration"),
                        List.of("arn:" + partition + ":s3:::*"),
                        "reads the settings that decide what a bucket costs. No object, and no name of one."));
    }

    private static List<IamStatement> people(Partition partition) {
        return List.of(
                IamStatement.of(
                        "Users",
                        List.of("iam:ListUsers"),
                        List.of(ANY),
                        "lists users, to find those nobody uses. All of the account are wanted, so it is *."),
                IamStatement.of(
                        "AccessKeys",
                        List.of("iam:GetAccessKeyLastUsed", "iam:GetLoginProfile", "iam:ListAccessKeys"),
                        List.of("arn:" + partition + ":iam::*:user/*"),
                        "tells which users have keys and passwords, and when keys were last used; never what they are."));
    }

    private static List<IamStatement> use() {
        return List.of(IamStatement.of(
                "Use",
                List.of("cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "logs:DescribeLogGroups"),
                List.of(ANY),
                "reads how much resources are used and how large log groups are; no line of a log. AWS knows no resource "
                        + "for metrics, and all log groups are wanted, so it is *."));
    }

    private static List<IamStatement> organization() {
        return List.of(IamStatement.of(
                "Organization",
                List.of(
                        "organizations:DescribeOrganization",
                        "organizations:ListAccounts",
                        "organizations:ListOrganizationalUnitsForParent",
                        "organizations:ListParents",
                        "organizations:ListRoots",
                        "organizations:ListTagsForResource"),
                List.of(ANY),
                "names the accounts and their place in the organization. It serves in the payer account, or one that "
                        + "the organization delegates to; elsewhere it may be left out."));
    }
}
