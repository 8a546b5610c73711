package io.curlake.jobs.discovery;

import java.util.Locale;

/**
 * What a type of resource has to say of itself; {@link #key} is its key in {@code resource.attributes}. Numbers are plain,
 * times ISO 8601 in UTC, truth is {@code true} or {@code false}, several values stand with commas between them. An attribute
 * that is not known is absent.
 */
public enum Attribute {
    /** Instance: {@code m5.large}; database-instance: {@code db.r5.large}; others: the type of a node. */
    INSTANCE_TYPE,
    /** Instance: what it runs, as AWS bills it: {@code Linux/UNIX}, {@code Windows}; function: the runtime. */
    PLATFORM,
    /** Instance, image, function: {@code x86_64} or {@code arm64}. */
    ARCHITECTURE,
    /** Instance, volume, network-interface, database-instance. */
    AVAILABILITY_ZONE,
    /** Instance: {@code on-demand}, {@code spot} or {@code scheduled}. */
    LIFECYCLE,
    /** Instance: IMDSv2 {@code required} or {@code optional}. */
    METADATA_TOKENS,
    /** Instance: the ARN of its instance profile. */
    PROFILE,
    /** Instance: the group that made it. */
    AUTO_SCALING_GROUP,
    /** Instance: virtual CPUs. */
    VCPUS,
    /** Instance: memory of its type, MiB; function: memory, MiB. */
    MEMORY_MIB,
    /** Instance: since when it is stopped, where AWS says so. */
    STATE_SINCE,
    /** Instance: the ids of its volumes. */
    VOLUMES,
    /** Instance: the image it was started from. */
    IMAGE_ID,
    /** Instance, network-interface, nat-gateway, vpc-endpoint, security-group, load balancers. */
    VPC_ID,
    /** Instance, network-interface, nat-gateway. */
    SUBNET_ID,
    /** Instance, network-interface, load balancers: ids. */
    SECURITY_GROUPS,
    /** Instance, elastic-ip, network-interface, nat-gateway: public IPv4 addresses. */
    PUBLIC_IP,
    /** Volume: {@code gp3}; database-instance: the type of its storage. */
    VOLUME_TYPE,
    /** Volume, snapshot, database-instance, database-snapshot: provisioned size, GiB. */
    SIZE_GIB,
    /** Volume, database-instance: provisioned. */
    IOPS,
    /** Volume: provisioned, MiB/s. */
    THROUGHPUT_MIBPS,
    /** Volume, snapshot, database-*, file-system: {@code true} or {@code false}. */
    ENCRYPTED,
    /** Bucket: {@code AES256}, {@code aws:kms}, {@code aws:kms:dsse} or {@code none}. */
    ENCRYPTION,
    /** Volume: ids of instances; network-interface: the instance that it is attached to. */
    ATTACHED_TO,
    /** Volume: since when. */
    ATTACHED_AT,
    /** Volume: what it was made from. */
    SNAPSHOT_ID,
    /** Snapshot: what it was made from. */
    VOLUME_ID,
    /** Image: the ids of its snapshots. */
    SNAPSHOTS,
    /** Snapshot, image, database-instance, redshift-cluster: whether everyone may use or reach it. */
    PUBLIC,
    /** Snapshot: {@code standard} or {@code archive}. */
    STORAGE_TIER,
    /** Snapshot, image, network-interface, security-group. */
    DESCRIPTION,
    /** Image. */
    DEPRECATED_AT,
    /** Elastic-ip. */
    ALLOCATION_ID,
    /** Elastic-ip: the instance or network interface that uses it. */
    ASSOCIATED_WITH,
    /** Network-interface: {@code interface}, {@code nat_gateway}, {@code load_balancer}, …. */
    INTERFACE_TYPE,
    /** Network-interface, vpc-endpoint: whether a service of AWS made it. */
    REQUESTER_MANAGED,
    /** Nat-gateway: {@code public} or {@code private}. */
    CONNECTIVITY,
    /** Vpc-endpoint: {@code Interface}, {@code Gateway}, {@code GatewayLoadBalancer}. */
    ENDPOINT_TYPE,
    /** Vpc-endpoint: what it leads to. */
    SERVICE_NAME,
    /** Security-group: what it lets in from everywhere: {@code tcp 22}, {@code tcp 3000-3999}, {@code all}; absent for none. */
    OPEN_TO_WORLD,
    /** Load-balancer: {@code application}, {@code network}, {@code gateway}; classic-load-balancer: {@code classic}. */
    LOAD_BALANCER_TYPE,
    /** Load balancers: {@code internet-facing} or {@code internal}. */
    SCHEME,
    /** Load balancers: registered targets or instances. */
    TARGETS,
    /** Load-balancer: targets that are healthy. */
    HEALTHY_TARGETS,
    /** Load balancers. */
    DNS_NAME,
    /** Database-*, cache-cluster: {@code postgres}. */
    ENGINE,
    /** Database-*, cache-cluster, search-domain, eks-cluster. */
    ENGINE_VERSION,
    /** Database-instance, database-cluster. */
    MULTI_AZ,
    /** Database-instance: its cluster; cache-cluster: its replication group. */
    CLUSTER,
    /** Database-cluster: its instances. */
    MEMBERS,
    /** Database-snapshot: {@code manual}, {@code automated}, {@code awsbackup}. */
    SNAPSHOT_TYPE,
    /** Database-snapshot: the instance it is of. */
    DATABASE,
    /** Cache-cluster, search-domain, redshift-cluster: nodes. */
    NODES,
    /** Search-domain: EBS storage of a node, GiB. */
    STORAGE_GIB,
    /** Function. */
    LAST_MODIFIED,
    /** Function: {@code Zip} or {@code Image}. */
    PACKAGE_TYPE,
    /** Ecs-cluster. */
    RUNNING_TASKS,
    /** Ecs-cluster: active services. */
    SERVICES,
    /** Ecs-cluster: registered instances. */
    CONTAINER_INSTANCES,
    /** Table: {@code PROVISIONED} or {@code PAY_PER_REQUEST}. */
    BILLING_MODE,
    /** Table: provisioned read capacity units. */
    READ_CAPACITY,
    /** Table: provisioned write capacity units. */
    WRITE_CAPACITY,
    /** Table: {@code STANDARD} or {@code STANDARD_INFREQUENT_ACCESS}. */
    TABLE_CLASS,
    /** Log-group: days that events are kept; absent: for ever. */
    RETENTION_DAYS,
    /** Log-group: {@code STANDARD}, {@code INFREQUENT_ACCESS} or {@code DELIVERY}. */
    LOG_CLASS,
    /** Bucket: whether its policy makes it public. */
    PUBLIC_BY_POLICY,
    /** Bucket: whether its ACL makes it public. */
    PUBLIC_BY_ACL,
    /** Bucket: whether all four settings of its public access block are on. */
    PUBLIC_ACCESS_BLOCKED,
    /** Bucket: how many lifecycle rules are enabled; 0 for none. */
    LIFECYCLE_RULES,
    /** Bucket: whether a lifecycle rule ends incomplete multipart uploads. */
    ABORTS_UPLOADS,
    /** Bucket: {@code Enabled}, {@code Suspended} or {@code never}. */
    VERSIONING,
    /** User: whether it may sign in to the console. */
    HAS_PASSWORD,
    /** User: absent where it never was. */
    PASSWORD_LAST_USED,
    /** Access-key: whose it is. */
    USER,
    /** Access-key: whether AWS said when it was last used. */
    USE_IS_KNOWN,
    /** Access-key: absent where it never was. */
    LAST_USED,
    /** Access-key: what it was last used for. */
    LAST_USED_SERVICE;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** {@code volume_type}. */
    public String key() {
        return key;
    }
}
