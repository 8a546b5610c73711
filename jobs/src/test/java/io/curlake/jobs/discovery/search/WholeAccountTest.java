package io.curlake.jobs.discovery.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.model.resource.ResourceType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the SDK reads of an account with one of each thing; every page has one item. */
class WholeAccountTest {
    @TempDir
    static Path folder;

    private static AwsAccounts accounts;

    @BeforeAll
    static void search() throws IOException {
        accounts = new AwsAccounts(folder).load();
        accounts.aws.cloud().pageSize(1);
        accounts.search(AwsAccounts.OWN, "regions: [eu-west-1]");
    }

    @AfterAll
    static void close() {
        accounts.close();
    }

    @Test
    void everythingWasFoundAndNothingDenied() {
        assertThat(accounts.outcomes()).allMatch(outcome -> outcome.matches("\\S+ \\S+ found \\d+ : "), "found");
        // Metrics are read in eu-west-1, and in us-east-1 of a bucket that lies there.
        assertThat(accounts.outcomes).hasSize(ResourceType.values().length + 2);
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void everyTypeIsFound(ResourceType type) {
        assertThat(accounts.resources).extracting(Resource::type).contains(type);
    }

    @Test
    void instances() {
        assertThat(accounts.resource("i-0a").attributes())
                .isEqualTo(map(
                        "architecture=x86_64",
                        "auto_scaling_group=web",
                        "availability_zone=eu-west-1a",
                        "image_id=ami-0a",
                        "instance_type=m5.large",
                        "lifecycle=on-demand",
                        "memory_mib=8192",
                        "metadata_tokens=required",
                        "platform=Linux/UNIX",
                        "profile=arn:aws:iam::111122223333:instance-profile/web",
                        "public_ip=203.0.113.7",
                        "security_groups=sg-0a,sg-0b",
                        "subnet_id=subnet-1",
                        "vcpus=2",
                        "volumes=vol-0a",
                        "vpc_id=vpc-1"));
        assertThat(accounts.resource("i-0a").name()).isEqualTo("web-1");
        assertThat(accounts.resource("i-0a").state()).isEqualTo("running");
        assertThat(accounts.resource("i-0a").created()).isEqualTo("2026-09-01T10:00:00Z");
        assertThat(accounts.resource("i-0b").attributes())
                .isEqualTo(map(
                        "instance_type=t3.xlarge",
                        "lifecycle=spot",
                        "memory_mib=16384",
                        "state_since=2026-08-01T10:00:00Z"));
        assertThat(accounts.resources).extracting(Resource::id).doesNotContain("i-0c");
    }

    @Test
    void useOfInstances() {
        assertThat(accounts.resource("i-0a").metrics())
                .isEqualTo(Map.of(
                        Metric.CPU_AVERAGE.key(), 4.0,
                        Metric.CPU_MAXIMUM.key(), 9.5,
                        Metric.NETWORK_BYTES.key(), 1300.0,
                        Metric.DISK_OPERATIONS.key(), 0.0));
        assertThat(accounts.resource("i-0b").metrics()).isEmpty();
    }

    @Test
    void volumesSnapshotsAndImages() {
        assertThat(accounts.resource("vol-0a").attributes())
                .isEqualTo(map(
                        "attached_at=2026-09-01T10:00:01Z",
                        "attached_to=i-0a",
                        "availability_zone=eu-west-1a",
                        "encrypted=true",
                        "iops=3000",
                        "size_gib=100",
                        "snapshot_id=snap-0a",
                        "throughput_mibps=125",
                        "volume_type=gp3"));
        Resource snapshot = accounts.resource("arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-0a");
        assertThat(snapshot.aliases()).containsExactly("snap-0a");
        assertThat(snapshot.attributes())
                .isEqualTo(map(
                        "description=nightly",
                        "encrypted=true",
                        "public=false",
                        "size_gib=100",
                        "storage_tier=standard",
                        "volume_id=vol-0a"));
        assertThat(accounts.resource("arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-0b")
                        .attributes())
                .containsAllEntriesOf(map("public=true", "storage_tier=archive"));
        assertThat(accounts.resource("ami-0a").attributes())
                .isEqualTo(map(
                        "architecture=arm64",
                        "deprecated_at=2028-05-01T00:00:00Z",
                        "description=seventh",
                        "platform=Linux/UNIX",
                        "public=false",
                        "snapshots=snap-0a,snap-0b"));
    }

    @Test
    void addressesInterfacesAndGateways() {
        Resource address = accounts.resource("arn:aws:ec2:eu-west-1:111122223333:elastic-ip/eipalloc-0a");
        assertThat(address.aliases()).containsExactly("eipalloc-0a", "203.0.113.7");
        assertThat(address.attributes())
                .isEqualTo(map("allocation_id=eipalloc-0a", "associated_with=i-0a", "public_ip=203.0.113.7"));
        assertThat(accounts.resource("arn:aws:ec2:eu-west-1:111122223333:elastic-ip/eipalloc-0b"))
                .returns("unused", Resource::state)
                .returns("spare", Resource::name);
        assertThat(accounts.resource("eni-0a").attributes())
                .isEqualTo(map(
                        "attached_to=i-0a",
                        "availability_zone=eu-west-1a",
                        "description=web",
                        "interface_type=interface",
                        "public_ip=203.0.113.7",
                        "requester_managed=false",
                        "security_groups=sg-0a",
                        "subnet_id=subnet-1",
                        "vpc_id=vpc-1"));
        assertThat(accounts.resource("arn:aws:ec2:eu-west-1:111122223333:natgateway/nat-0a")
                        .attributes())
                .isEqualTo(map("connectivity=public", "public_ip=203.0.113.9", "subnet_id=subnet-1", "vpc_id=vpc-1"));
        assertThat(accounts.resource("arn:aws:ec2:eu-west-1:111122223333:vpc-endpoint/vpce-0a")
                        .attributes())
                .isEqualTo(map(
                        "endpoint_type=Interface",
                        "requester_managed=false",
                        "service_name=com.amazonaws.eu-west-1.ec2",
                        "vpc_id=vpc-1"));
    }

    @Test
    void securityGroupsSayWhatTheyLetInFromEverywhere() {
        assertThat(accounts.resource("sg-0a").attributes()).containsEntry("open_to_world", "tcp 3000-3999,tcp 443");
        assertThat(accounts.resource("sg-0b").attributes()).containsEntry("open_to_world", "all");
    }

    @Test
    void loadBalancers() {
        String arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/";
        assertThat(accounts.resource(arn + "app/web/0a").attributes())
                .isEqualTo(map(
                        "dns_name=web.example.com",
                        "healthy_targets=1",
                        "load_balancer_type=application",
                        "scheme=internet-facing",
                        "security_groups=sg-0a",
                        "targets=2",
                        "vpc_id=vpc-1"));
        assertThat(accounts.resource(arn + "app/web/0a").tags()).isEqualTo(map("team=web"));
        assertThat(accounts.resource(arn + "app/web/0a").metrics())
                .isEqualTo(Map.of(Metric.REQUESTS.key(), 42.0, Metric.PROCESSED_BYTES.key(), 0.0));
        assertThat(accounts.resource(arn + "net/idle/0b").attributes()).containsEntry("targets", "0");
        assertThat(accounts.resource(arn + "old").attributes())
                .isEqualTo(map(
                        "dns_name=old.example.com",
                        "load_balancer_type=classic",
                        "scheme=internal",
                        "security_groups=sg-0a",
                        "targets=1",
                        "vpc_id=vpc-1"));
        assertThat(accounts.resource(arn + "old").tags()).isEqualTo(map("team=old"));
    }

    @Test
    void databasesAndCaches() {
        assertThat(accounts.resource("arn:aws:rds:eu-west-1:111122223333:db:orders")
                        .attributes())
                .isEqualTo(map(
                        "availability_zone=eu-west-1a",
                        "cluster=orders-cluster",
                        "encrypted=true",
                        "engine=postgres",
                        "engine_version=16.3",
                        "instance_type=db.r5.large",
                        "multi_az=true",
                        "public=false",
                        "size_gib=200",
                        "volume_type=gp2"));
        assertThat(accounts.resource("arn:aws:rds:eu-west-1:111122223333:cluster:orders-cluster")
                        .attributes())
                .containsEntry("members", "orders,two");
        assertThat(accounts.resource("arn:aws:rds:eu-west-1:111122223333:snapshot:s1")
                        .attributes())
                .containsAllEntriesOf(map("snapshot_type=manual", "database=orders", "size_gib=200"));
        assertThat(accounts.resource("arn:aws:elasticache:eu-west-1:111122223333:cluster:c-001"))
                .returns(map("team=web"), Resource::tags)
                .returns(
                        map(
                                "cluster=c",
                                "engine=redis",
                                "engine_version=7.1",
                                "instance_type=cache.r5.large",
                                "nodes=1"),
                        Resource::attributes);
        assertThat(accounts.resource("arn:aws:es:eu-west-1:111122223333:domain/logs"))
                .returns(map("team=logs"), Resource::tags)
                .returns(
                        map(
                                "engine_version=OpenSearch_2.13",
                                "instance_type=m5.large.search",
                                "nodes=3",
                                "storage_gib=100"),
                        Resource::attributes);
        assertThat(accounts.resource("arn:aws:redshift:eu-west-1:111122223333:cluster:dwh"))
                .returns(List.of("arn:aws:redshift:eu-west-1:111122223333:namespace:1"), Resource::aliases)
                .returns(
                        map("encrypted=true", "instance_type=ra3.xlplus", "nodes=2", "public=false"),
                        Resource::attributes);
        assertThat(accounts.resource("arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a"))
                .returns("share", Resource::name)
                .returns(Map.of(Metric.SIZE_BYTES.key(), 7000.0), Resource::metrics);
    }

    @Test
    void functionsClustersTablesAndLogs() {
        assertThat(accounts.resource("arn:aws:lambda:eu-west-1:111122223333:function:resize"))
                .returns(map("team=web"), Resource::tags)
                .returns(
                        map(
                                "architecture=arm64",
                                "last_modified=2026-10-01T12:00:00Z",
                                "memory_mib=512",
                                "package_type=Zip",
                                "platform=java17"),
                        Resource::attributes);
        assertThat(accounts.resource("arn:aws:ecs:eu-west-1:111122223333:cluster/web"))
                .returns(map("team=web"), Resource::tags)
                .returns(map("container_instances=1", "running_tasks=4", "services=2"), Resource::attributes);
        assertThat(accounts.resource("arn:aws:eks:eu-west-1:111122223333:cluster/k8s"))
                .returns(map("team=web"), Resource::tags)
                .returns(map("engine_version=1.31"), Resource::attributes);
        assertThat(accounts.resource("arn:aws:dynamodb:eu-west-1:111122223333:table/orders"))
                .returns(map("a=1", "b=2", "c=3"), Resource::tags)
                .returns(
                        map(
                                "billing_mode=PAY_PER_REQUEST",
                                "read_capacity=0",
                                "table_class=STANDARD_INFREQUENT_ACCESS",
                                "write_capacity=0"),
                        Resource::attributes);
        assertThat(accounts.resource("arn:aws:dynamodb:eu-west-1:111122223333:table/fixed")
                        .attributes())
                .isEqualTo(
                        map("billing_mode=PROVISIONED", "read_capacity=5", "table_class=STANDARD", "write_capacity=6"));
        assertThat(accounts.resource("arn:aws:logs:eu-west-1:111122223333:log-group:/acme/web"))
                .returns(map("retention_days=30"), Resource::attributes)
                .returns(Map.of(Metric.SIZE_BYTES.key(), 5000.0), Resource::metrics);
    }

    @Test
    void buckets() {
        assertThat(accounts.resource("acme-closed"))
                .returns("us-east-1", Resource::region)
                .returns(List.of("arn:aws:s3:::acme-closed"), Resource::aliases)
                .returns(map("team=web"), Resource::tags)
                .returns(
                        map(
                                "aborts_uploads=true",
                                "encryption=aws:kms",
                                "lifecycle_rules=1",
                                "public_access_blocked=true",
                                "public_by_acl=false",
                                "public_by_policy=false",
                                "versioning=Enabled"),
                        Resource::attributes);
        assertThat(accounts.resource("acme-open"))
                .returns("eu-west-1", Resource::region)
                .returns(
                        map(
                                "aborts_uploads=false",
                                "encryption=none",
                                "lifecycle_rules=0",
                                "public_access_blocked=false",
                                "public_by_acl=true",
                                "public_by_policy=true",
                                "versioning=never"),
                        Resource::attributes)
                .returns(Map.of(Metric.SIZE_BYTES.key(), 750.0, Metric.OBJECTS.key(), 12.0), Resource::metrics);
    }

    @Test
    void usersAndKeys() {
        assertThat(accounts.resource("arn:aws:iam::111122223333:user/ann"))
                .returns("global", Resource::region)
                .returns(map("has_password=true", "password_last_used=2026-10-01T00:00:00Z"), Resource::attributes);
        assertThat(accounts.resource("arn:aws:iam::111122223333:user/robot").attributes())
                .isEqualTo(map("has_password=false"));
        assertThat(accounts.resource("AKIAEXAMPLE000000001"))
                .returns("robot …0001", Resource::name)
                .returns(
                        map(
                                "last_used=2026-09-01T00:00:00Z",
                                "last_used_service=s3",
                                "use_is_known=true",
                                "user=robot"),
                        Resource::attributes);
        assertThat(accounts.resource("AKIAEXAMPLE000000002"))
                .returns("inactive", Resource::state)
                .returns(map("use_is_known=true", "user=robot"), Resource::attributes);
    }

    private static Map<String, String> map(String... entries) {
        return Arrays.stream(entries)
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1]));
    }
}
