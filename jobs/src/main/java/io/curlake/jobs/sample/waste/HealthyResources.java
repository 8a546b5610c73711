package io.curlake.jobs.sample.waste;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Resources of one account and region that no rule finds anything about. */
final class HealthyResources {
    private static final double BUSY = 60;
    private static final double MANY = 1e12;

    private final ObjectNode place;
    private final String young;
    private final String old;

    HealthyResources(ObjectNode place, Instant seen) {
        this.place = place;
        this.young = seen.minus(Duration.ofDays(20)).toString();
        this.old = seen.minus(Duration.ofDays(200)).toString();
    }

    /** Of kinds that discovery looks for; of others there is nothing to list. */
    void add(String id) {
        String name = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
        if (id.startsWith("i-")) {
            instance(id, "m5.large");
        } else if (id.startsWith("vol-")) {
            volume(id, "gp3", 100);
        } else if (id.contains(":snapshot/")) {
            snapshot(name, "vol-0a11000000000000", young, 100);
        } else if (id.contains(":natgateway/")) {
            gateway(name, MANY);
        } else if (id.contains(":loadbalancer/app/")) {
            loadBalancer(id, MANY);
        } else if (id.contains(":db:")) {
            place.withArray("rds:DescribeDBInstances")
                    .addObject()
                    .put("DBInstanceArn", id)
                    .put("DBInstanceIdentifier", name)
                    .put("DBInstanceStatus", "available")
                    .put("DBInstanceClass", "db.r5.large")
                    .put("Engine", "postgres");
        } else if (id.contains(":function:")) {
            place.withArray("lambda:ListFunctions")
                    .addObject()
                    .put("FunctionName", name)
                    .put("FunctionArn", id)
                    .put("Runtime", "java21");
        } else if (id.contains(":table/")) {
            table(id, name);
        } else if (id.contains(":log-group:")) {
            place.withArray("logs:DescribeLogGroups")
                    .addObject()
                    .put("logGroupName", id.substring(id.indexOf(":log-group:") + ":log-group:".length()))
                    .put("retentionInDays", 30)
                    .put("storedBytes", 1_000_000);
        } else if (id.matches(".*:eks:.*:cluster/.*")) {
            place.withArray("eks:DescribeCluster")
                    .addObject()
                    .put("name", name)
                    .put("arn", id)
                    .put("status", "ACTIVE")
                    .put("version", "1.33");
        } else if (id.contains(":elasticache:")) {
            place.withArray("elasticache:DescribeCacheClusters")
                    .addObject()
                    .put("ARN", id)
                    .put("CacheClusterId", name)
                    .put("CacheNodeType", "cache.r5.large")
                    .put("Engine", "redis");
        } else if (id.contains(":elasticfilesystem:")) {
            fileSystem(name);
        } else if (id.contains(":redshift:")) {
            place.withArray("redshift:DescribeClusters")
                    .addObject()
                    .put("ClusterIdentifier", name)
                    .put("ClusterStatus", "available")
                    .put("NodeType", "ra3.xlplus");
        }
    }

    private void fileSystem(String name) {
        ObjectNode system = place.withArray("efs:DescribeFileSystems").addObject();
        system.put("FileSystemId", name)
                .put("OwnerId", "111122223333")
                .put("CreationToken", name)
                .put("CreationTime", old)
                .put("LifeCycleState", "available")
                .put("NumberOfMountTargets", 1)
                .put("PerformanceMode", "generalPurpose");
        system.putObject("SizeInBytes").put("Value", 1_000_000);
        system.putArray("Tags");
    }

    void instance(String id, String type) {
        instance(id, type, BUSY, MANY);
    }

    /** @param bytes in and out a day */
    void instance(String id, String type, double cpu, double bytes) {
        ObjectNode instance = place.withArray("ec2:DescribeInstances")
                .addObject()
                .put("ReservationId", "r-" + id)
                .putArray("Instances")
                .addObject();
        instance.put("InstanceId", id)
                .put("InstanceType", type)
                .put("LaunchTime", old)
                .put("PlatformDetails", "Linux/UNIX")
                .put("ImageId", "ami-0a11000000000000");
        instance.putObject("State").put("Code", 16).put("Name", "running");
        Inventory.metric(place, "AWS/EC2", "CPUUtilization", "InstanceId", id, "Maximum", cpu);
        Inventory.metric(place, "AWS/EC2", "CPUUtilization", "InstanceId", id, "Average", cpu / 2);
        Inventory.metric(place, "AWS/EC2", "NetworkIn", "InstanceId", id, "Sum", bytes);
    }

    ObjectNode volume(String id, String type, int gib) {
        ObjectNode volume = place.withArray("ec2:DescribeVolumes").addObject();
        volume.put("VolumeId", id)
                .put("State", "in-use")
                .put("VolumeType", type)
                .put("Size", gib)
                .put("CreateTime", old)
                .put("Encrypted", true);
        volume.putArray("Attachments")
                .addObject()
                .put("InstanceId", Inventory.anyInstance())
                .put("AttachTime", old);
        return volume;
    }

    void snapshot(String id, String volume, String started, int gib) {
        place.withArray("ec2:DescribeSnapshots")
                .addObject()
                .put("SnapshotId", id)
                .put("VolumeId", volume)
                .put("State", "completed")
                .put("StartTime", started)
                .put("VolumeSize", gib)
                .put("Encrypted", true);
    }

    void gateway(String id, double bytes) {
        place.withArray("ec2:DescribeNatGateways")
                .addObject()
                .put("NatGatewayId", id)
                .put("State", "available")
                .put("CreateTime", old);
        Inventory.metric(place, "AWS/NATGateway", "BytesOutToDestination", "NatGatewayId", id, "Sum", bytes);
    }

    void loadBalancer(String arn, double requests) {
        String name = arn.replaceFirst(".*:loadbalancer/", "");
        ObjectNode balancer = place.withArray("elbv2:DescribeLoadBalancers").addObject();
        balancer.put("LoadBalancerArn", arn)
                .put("LoadBalancerName", name.split("/", -1)[1])
                .put("Type", "application")
                .put("CreatedTime", old);
        String group = arn.replace(":loadbalancer/app/", ":targetgroup/");
        place.withArray("elbv2:DescribeTargetGroups")
                .addObject()
                .put("TargetGroupArn", group)
                .putArray("LoadBalancerArns")
                .add(arn);
        ObjectNode target = place.withArray("elbv2:DescribeTargetHealth")
                .addObject()
                .put("TargetGroupArn", group)
                .putArray("TargetHealthDescriptions")
                .addObject();
        target.putObject("Target").put("Id", Inventory.anyInstance());
        target.putObject("TargetHealth").put("State", "healthy");
        Inventory.metric(place, "AWS/ApplicationELB", "RequestCount", "LoadBalancer", name, "Sum", requests);
    }

    void table(String arn, String name) {
        ObjectNode table = place.withArray("dynamodb:DescribeTable").addObject();
        table.put("TableName", name)
                .put("TableArn", arn)
                .put("TableStatus", "ACTIVE")
                .put("CreationDateTime", old);
        table.putObject("BillingModeSummary").put("BillingMode", "PAY_PER_REQUEST");
    }
}
