package io.curlake.jobs.sample.waste;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.charges.Charges;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.organization.Region;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.model.AccountId;
import io.curlake.model.LineItemColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The resources that a sample's bill is of, as AWS's services list them: whatever the last tick of the newest month bills, in
 * good health, and the planted waste. {@code {account: {region: {operation: [items]}}}}.
 */
public final class Inventory {
    static final String IMAGE = "ami-0dead000000000020";
    static final String STOPPED = "i-0dead000000000007";
    static final String LOGS = "/acme/planted";
    static final String OPEN_GROUP = "sg-0dead000000000021";
    static final String INACTIVE_USER = "planted";
    static final String INACTIVE_KEY = "AKIAPLANTED000000001";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String GLOBAL = "global";
    private static final String ANY_INSTANCE = "i-0a11000000000000";

    private final Instant seen;
    private final Map<String, Map<String, ObjectNode>> places = new TreeMap<>();
    private final Set<String> known = new HashSet<>();

    private Inventory(SampleSpec spec) {
        this.seen = seen(spec);
        Organization organization = Organization.of(spec);
        billed(spec);
        for (Account account : organization.accounts()) {
            background(account);
        }
        if (spec.has(SampleVariant.PLANTED_WASTE)) {
            new PlantedResources(this, PlantedWaste.account(organization)).add();
        }
        place(organization.payer().id(), GLOBAL).withArray("s3:ListBuckets").add(bucket("acme-billing", "us-east-1"));
    }

    /** When the resources are to be looked at: six hours after the newest month. */
    public static Instant seen(SampleSpec spec) {
        return spec.lastPeriod().end().plus(Duration.ofHours(6));
    }

    public static String of(SampleSpec spec) {
        ObjectNode all = NODES.objectNode();
        new Inventory(spec)
                .places.forEach((account, regions) -> regions.forEach(
                        (region, operations) -> all.withObject("/" + account).set(region, operations)));
        return all.toString();
    }

    private void billed(SampleSpec spec) {
        SamplePlan samplePlan = SamplePlan.of(spec);
        PeriodPlan newest = samplePlan.periods().get(samplePlan.periods().size() - 1);
        long last = newest.tick(newest.ticks() - 1).start().toEpochMilli();
        Charges charges = new Charges(spec, samplePlan, newest);
        for (long row = 0; row < newest.rows(); row++) {
            LineItem item = charges.at(row);
            if (item.time(LineItemColumn.LINE_ITEM_USAGE_START_DATE) == last
                    && !item.text(LineItemColumn.LINE_ITEM_RESOURCE_ID).contains("dead")
                    && !item.text(LineItemColumn.LINE_ITEM_RESOURCE_ID).contains("acme-planted")) {
                billed(item);
            }
        }
    }

    private void billed(LineItem item) {
        String id = item.text(LineItemColumn.LINE_ITEM_RESOURCE_ID);
        AccountId account = new AccountId(item.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID));
        String region = item.text(LineItemColumn.PRODUCT_REGION_CODE);
        if (id.isEmpty() || region.isEmpty() || !known.add(account + id)) {
            return;
        }
        if (item.text(LineItemColumn.LINE_ITEM_PRODUCT_CODE).equals("AmazonS3") && !id.contains(":")) {
            place(account, GLOBAL).withArray("s3:ListBuckets").add(bucket(id, region));
            return;
        }
        new HealthyResources(place(account, region), seen).add(id);
    }

    /** What costs nothing and is in every account. */
    private void background(Account account) {
        String home = account.regions().get(0).code();
        ObjectNode place = place(account.id(), home);
        place.withArray("ec2:DescribeSecurityGroups")
                .addObject()
                .put("GroupId", "sg-0a11" + account.id())
                .put("GroupName", "default");
        place.withArray("ec2:DescribeNetworkInterfaces")
                .addObject()
                .put("NetworkInterfaceId", "eni-0a11" + account.id())
                .put("Status", "in-use");
        ObjectNode global = place(account.id(), GLOBAL);
        global.withArray("iam:ListUsers").add(user(account, "deploy", seen, "AIDADEPLOY"));
        key(global, "deploy", "AKIADEPLOY" + account.id().value().substring(2), seen);
    }

    ObjectNode user(Account account, String name, Instant signedIn, String id) {
        return NODES.objectNode()
                .put("Path", "/")
                .put("UserName", name)
                .put("UserId", id)
                .put("Arn", "arn:aws:iam::" + account.id() + ":user/" + name)
                .put("CreateDate", seen.minus(Duration.ofDays(400)).toString())
                .put("PasswordLastUsed", signedIn.toString())
                .put("_console", true);
    }

    void key(ObjectNode global, String user, String id, Instant used) {
        ObjectNode key = global.withArray("iam:ListAccessKeys").addObject();
        key.put("UserName", user)
                .put("AccessKeyId", id)
                .put("Status", "Active")
                .put("CreateDate", seen.minus(Duration.ofDays(400)).toString());
        key.putObject("_lastUsed")
                .put("LastUsedDate", used.toString())
                .put("ServiceName", "s3")
                .put("Region", "us-east-1");
    }

    /** With everything that a bucket should have. */
    ObjectNode bucket(String name, String region) {
        ObjectNode bucket = NODES.objectNode()
                .put("Name", name)
                .put("CreationDate", seen.minus(Duration.ofDays(300)).toString())
                .put("_region", region);
        ObjectNode settings = bucket.putObject("_settings");
        settings.putObject("GetPublicAccessBlock")
                .putObject("PublicAccessBlockConfiguration")
                .put("BlockPublicAcls", true)
                .put("IgnorePublicAcls", true)
                .put("BlockPublicPolicy", true)
                .put("RestrictPublicBuckets", true);
        ArrayNode rules = settings.putObject("GetBucketLifecycleConfiguration").putArray("Rules");
        rules.addObject()
                .put("ID", "clean")
                .put("Status", "Enabled")
                .putObject("AbortIncompleteMultipartUpload")
                .put("DaysAfterInitiation", 7);
        return bucket;
    }

    ObjectNode place(AccountId account, String region) {
        return places.computeIfAbsent(account.value(), any -> new TreeMap<>())
                .computeIfAbsent(region, any -> NODES.objectNode());
    }

    Instant seen() {
        return seen;
    }

    static String anyInstance() {
        return ANY_INSTANCE;
    }

    static String arn(Region region, Account account, String service, String resource) {
        return "arn:aws:" + service + ":" + region.code() + ":" + account.id() + ":" + resource;
    }

    static void metric(
            ObjectNode place,
            String namespace,
            String name,
            String dimension,
            String value,
            String stat,
            double number) {
        ObjectNode series = place.withArray("cloudwatch:GetMetricData").addObject();
        series.put("Namespace", namespace).put("MetricName", name).put("Stat", stat);
        series.putArray("Dimensions").addObject().put("Name", dimension).put("Value", value);
        series.putArray("Values").add(number);
    }
}
