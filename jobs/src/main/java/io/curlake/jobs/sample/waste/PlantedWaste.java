package io.curlake.jobs.sample.waste;

import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.organization.Region;
import java.util.List;

/** What is planted: in the largest linked account, in its home region. */
public final class PlantedWaste {
    static final String UNATTACHED = "vol-0dead000000000001";
    static final String OBSOLETE = "snap-0dead00000000002";
    static final String FIRST_OF_IMAGE = "snap-0dead00000000003";
    static final String SECOND_OF_IMAGE = "snap-0dead00000000004";
    static final String ADDRESS = "eipalloc-0dead00000000005";
    static final String IDLE = "i-0dead000000000006";
    static final String FIRST_OF_STOPPED = "vol-0dead000000000008";
    static final String SECOND_OF_STOPPED = "vol-0dead000000000009";
    static final String OLD = "i-0dead000000000010";
    static final String NEW = "i-0dead000000000011";
    static final String OLDER = "i-0dead000000000012";
    static final String GP2 = "vol-0dead000000000013";
    static final String GP3 = "vol-0dead000000000014";
    static final String KEPT = "acme-planted-archive";
    static final String UPLOADS = "acme-planted-uploads";
    static final String SITE = "acme-planted-site";
    static final String GATEWAY = "nat-0dead00000000015";

    private static final String EC2 = "arn:aws:ec2:{region}:{account}:";
    private static final String ELB = "arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/";

    /** Every meter has one row in each tick. */
    public static final List<PlantedMeter> METERS = List.of(
            storage("unattached volume", "gp2", UNATTACHED, 500),
            snapshot("obsolete snapshot", OBSOLETE, 300),
            snapshot("first snapshot of an unused image", FIRST_OF_IMAGE, 40),
            snapshot("second snapshot of an unused image", SECOND_OF_IMAGE, 60),
            PlantedMeter.hours(
                    "unused address",
                    "AmazonVPC",
                    "PublicIPv4:IdleAddress",
                    "AllocateAddress",
                    EC2 + "elastic-ip/" + ADDRESS),
            PlantedMeter.hours("idle instance", "AmazonEC2", "BoxUsage:m5.xlarge", "RunInstances", IDLE),
            storage("first volume of a stopped instance", "gp2", FIRST_OF_STOPPED, 100),
            storage("second volume of a stopped instance", "gp3", SECOND_OF_STOPPED, 200),
            PlantedMeter.hours("instance of an old generation", "AmazonEC2", "BoxUsage:m4.large", "RunInstances", OLD),
            PlantedMeter.hours(
                    "its successor, whose rate is known so", "AmazonEC2", "BoxUsage:m5.large", "RunInstances", NEW),
            PlantedMeter.hours(
                    "instance whose successor has no rate", "AmazonEC2", "BoxUsage:t2.large", "RunInstances", OLDER),
            storage("gp2 volume", "gp2", GP2, 400),
            storage("gp3 volume, whose rate is known so", "gp3", GP3, 10),
            bucket("bucket without lifecycle", KEPT, 20_000),
            bucket("bucket that keeps incomplete uploads", UPLOADS, 5_000),
            bucket("public bucket", SITE, 1),
            PlantedMeter.hours(
                    "idle load balancer",
                    "AWSELB",
                    "LoadBalancerUsage",
                    "LoadBalancing:Application",
                    ELB + "app/acme-planted/0dead16"),
            PlantedMeter.hours(
                    "idle classic load balancer",
                    "AWSELB",
                    "LoadBalancerUsage",
                    "LoadBalancing",
                    ELB + "acme-planted-classic"),
            PlantedMeter.hours(
                    "idle NAT gateway", "AmazonEC2", "NatGateway-Hours", "NatGateway", EC2 + "natgateway/" + GATEWAY),
            PlantedMeter.hours(
                    "zombie stream",
                    "AmazonKinesis",
                    "Storage-ShardHour",
                    "PutRequest",
                    "arn:aws:kinesis:{region}:{account}:stream/acme-planted"),
            new PlantedMeter(
                    "zombie table",
                    "AmazonDynamoDB",
                    "TimedStorage-ByteHrs",
                    "StandardStorage",
                    "arn:aws:dynamodb:{region}:{account}:table/acme-planted",
                    100));

    private PlantedWaste() {}

    private static PlantedMeter storage(String name, String type, String id, double gigabytes) {
        return new PlantedMeter(
                name,
                "AmazonEC2",
                "EBS:VolumeUsage." + type,
                type.equals("gp2") ? "CreateVolume-Gp2" : "CreateVolume-Gp3",
                id,
                gigabytes);
    }

    private static PlantedMeter snapshot(String name, String id, double gigabytes) {
        return new PlantedMeter(
                name, "AmazonEC2", "EBS:SnapshotUsage", "CreateSnapshot", EC2 + "snapshot/" + id, gigabytes);
    }

    private static PlantedMeter bucket(String name, String id, double gigabytes) {
        return new PlantedMeter(name, "AmazonS3", "TimedStorage-ByteHrs", "StandardStorage", id, gigabytes);
    }

    /** Where the planted resources are. */
    public static Account account(Organization organization) {
        List<Account> accounts = organization.accounts();
        return accounts.get(Math.min(1, accounts.size() - 1));
    }

    public static Region region(Account account) {
        return account.regions().get(0);
    }
}
