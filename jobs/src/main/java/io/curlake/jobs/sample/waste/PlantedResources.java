package io.curlake.jobs.sample.waste;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Region;
import java.time.Duration;
import java.time.Instant;

/** The planted resources, each with what makes its rule fire and no other. */
final class PlantedResources {
    private static final Duration LONG_AGO = Duration.ofDays(200);

    private final Inventory inventory;
    private final Account account;
    private final Region region;
    private final ObjectNode place;
    private final ObjectNode global;
    private final HealthyResources healthy;
    private final Instant old;

    PlantedResources(Inventory inventory, Account account) {
        this.inventory = inventory;
        this.account = account;
        this.region = PlantedWaste.region(account);
        this.place = inventory.place(account.id(), region.code());
        this.global = inventory.place(account.id(), "global");
        this.healthy = new HealthyResources(place, inventory.seen());
        this.old = inventory.seen().minus(LONG_AGO);
    }

    void add() {
        machines();
        storage();
        network();
        access();
        place.withArray("logs:DescribeLogGroups")
                .addObject()
                .put("logGroupName", Inventory.LOGS)
                .put("storedBytes", 3L << 30);
        healthy.table(Inventory.arn(region, account, "dynamodb", "table/acme-planted"), "acme-planted");
    }

    private void machines() {
        healthy.instance(PlantedWaste.IDLE, "m5.xlarge", 1, 10);
        healthy.instance(PlantedWaste.OLD, "m4.large");
        healthy.instance(PlantedWaste.NEW, "m5.large");
        healthy.instance(PlantedWaste.OLDER, "t2.large");
        ObjectNode stopped = place.withArray("ec2:DescribeInstances")
                .addObject()
                .put("ReservationId", "r-stopped")
                .putArray("Instances")
                .addObject();
        stopped.put("InstanceId", Inventory.STOPPED)
                .put("InstanceType", "m5.large")
                .put("LaunchTime", old.toString())
                .put(
                        "StateTransitionReason",
                        "User initiated (" + old.toString().replaceFirst("T(.*)Z", " $1 GMT") + ")");
        stopped.putObject("State").put("Code", 80).put("Name", "stopped");
        for (String volume : new String[] {PlantedWaste.FIRST_OF_STOPPED, PlantedWaste.SECOND_OF_STOPPED}) {
            stopped.withArray("BlockDeviceMappings")
                    .addObject()
                    .putObject("Ebs")
                    .put("VolumeId", volume);
        }
    }

    private void storage() {
        ObjectNode unattached = healthy.volume(PlantedWaste.UNATTACHED, "gp2", 500);
        unattached.put("State", "available").remove("Attachments");
        healthy.volume(PlantedWaste.FIRST_OF_STOPPED, "gp2", 100);
        healthy.volume(PlantedWaste.SECOND_OF_STOPPED, "gp3", 200);
        healthy.volume(PlantedWaste.GP2, "gp2", 400);
        healthy.volume(PlantedWaste.GP3, "gp3", 10);
        String gone = "vol-0dead000000000099";
        healthy.snapshot(PlantedWaste.OBSOLETE, gone, old.toString(), 300);
        healthy.snapshot(PlantedWaste.FIRST_OF_IMAGE, gone, old.toString(), 40);
        healthy.snapshot(PlantedWaste.SECOND_OF_IMAGE, gone, old.toString(), 60);
        ObjectNode image = place.withArray("ec2:DescribeImages").addObject();
        image.put("ImageId", Inventory.IMAGE)
                .put("Name", "planted")
                .put("State", "available")
                .put("CreationDate", old.toString())
                .put("Public", false);
        for (String snapshot : new String[] {PlantedWaste.FIRST_OF_IMAGE, PlantedWaste.SECOND_OF_IMAGE}) {
            image.withArray("BlockDeviceMappings").addObject().putObject("Ebs").put("SnapshotId", snapshot);
        }
        ObjectNode kept = inventory.bucket(PlantedWaste.KEPT, region.code());
        settings(kept).remove("GetBucketLifecycleConfiguration");
        ObjectNode uploads = inventory.bucket(PlantedWaste.UPLOADS, region.code());
        ObjectNode rule = settings(uploads)
                .putObject("GetBucketLifecycleConfiguration")
                .putArray("Rules")
                .addObject();
        rule.put("ID", "expire")
                .put("Status", "Enabled")
                .putObject("Expiration")
                .put("Days", 90);
        ObjectNode site = inventory.bucket(PlantedWaste.SITE, region.code());
        settings(site).remove("GetPublicAccessBlock");
        settings(site)
                .putObject("GetBucketPolicyStatus")
                .putObject("PolicyStatus")
                .put("IsPublic", true);
        global.withArray("s3:ListBuckets").add(kept).add(uploads).add(site);
    }

    private static ObjectNode settings(ObjectNode bucket) {
        return bucket.withObject("/_settings");
    }

    private void network() {
        place.withArray("ec2:DescribeAddresses")
                .addObject()
                .put("AllocationId", PlantedWaste.ADDRESS)
                .put("PublicIp", "203.0.113.99")
                .put("Domain", "vpc");
        healthy.loadBalancer(
                Inventory.arn(region, account, "elasticloadbalancing", "loadbalancer/app/acme-planted/0dead16"), 0);
        ObjectNode classic = place.withArray("elb:DescribeLoadBalancers").addObject();
        classic.put("LoadBalancerName", "acme-planted-classic")
                .put("CreatedTime", old.toString())
                .putArray("Instances");
        healthy.gateway(PlantedWaste.GATEWAY, 5);
    }

    private void access() {
        ObjectNode group = place.withArray("ec2:DescribeSecurityGroups").addObject();
        group.put("GroupId", Inventory.OPEN_GROUP).put("GroupName", "planted");
        ObjectNode permission = group.putArray("IpPermissions").addObject();
        permission.put("IpProtocol", "tcp").put("FromPort", 22).put("ToPort", 22);
        permission.putArray("IpRanges").addObject().put("CidrIp", "0.0.0.0/0");
        global.withArray("iam:ListUsers").add(inventory.user(account, Inventory.INACTIVE_USER, old, "AIDAPLANTED"));
        inventory.key(global, Inventory.INACTIVE_USER, Inventory.INACTIVE_KEY, old);
    }
}
