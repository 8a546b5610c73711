package io.curlake.provisioning.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.definition.WantedExport;
import io.curlake.provisioning.definition.WantedReport;
import io.curlake.provisioning.plan.SentJson;
import java.util.SortedMap;

/** A template of AWS CloudFormation, in JSON. Its stack lives in one region, that of the billing services. */
public final class CloudFormation {
    private CloudFormation() {}

    public static String of(Blueprint blueprint) {
        String stackRegion = blueprint.partition().billingRegion();
        if (!blueprint.region().equals(stackRegion)) {
            throw Refusal.usage(
                    "Cannot write a CloudFormation template: a stack makes everything in one region, exports "
                            + "are made in " + stackRegion + " and bucket '" + blueprint.bucket() + "' is in "
                            + blueprint.region() + ". Use --out terraform, or 'curlake export apply'.");
        }
        ObjectNode template = Trees.object().put("AWSTemplateFormatVersion", "2010-09-09");
        template.put(
                "Description",
                "Billing export for curlake. Deploy it in " + stackRegion + ". " + Blueprint.WHOLE_POLICY);
        ObjectNode resources = template.putObject("Resources");
        if (blueprint.makesBucket()) {
            addBucket(resources, blueprint);
        }
        ObjectNode policy = resources.putObject("BucketPolicy").put("Type", "AWS::S3::BucketPolicy");
        policy.putObject("Properties")
                .put("Bucket", blueprint.bucket())
                .set("PolicyDocument", Trees.parsed(blueprint.policy()));
        if (blueprint.makesBucket()) {
            policy.put("DependsOn", "Bucket");
        }
        blueprint.export().ifPresent(export -> addExport(resources, export));
        blueprint.report().ifPresent(report -> addReport(resources, report));
        return template.toPrettyString();
    }

    private static void addBucket(ObjectNode resources, Blueprint blueprint) {
        ObjectNode bucket = resources.putObject("Bucket").put("Type", "AWS::S3::Bucket");
        bucket.put("DeletionPolicy", "Retain").put("UpdateReplacePolicy", "Retain");
        ObjectNode properties = bucket.putObject("Properties").put("BucketName", blueprint.bucket());
        properties
                .putObject("PublicAccessBlockConfiguration")
                .put("BlockPublicAcls", true)
                .put("IgnorePublicAcls", true)
                .put("BlockPublicPolicy", true)
                .put("RestrictPublicBuckets", true);
        properties
                .putObject("OwnershipControls")
                .putArray("Rules")
                .addObject()
                .put("ObjectOwnership", "BucketOwnerEnforced");
        properties
                .putObject("BucketEncryption")
                .putArray("ServerSideEncryptionConfiguration")
                .addObject()
                .putObject("ServerSideEncryptionByDefault")
                .put("SSEAlgorithm", "AES256");
        blueprint
                .lifecycleRoot()
                .ifPresent(root -> properties
                        .putObject("LifecycleConfiguration")
                        .putArray("Rules")
                        .addObject()
                        .put("Id", blueprint.ruleId())
                        .put("Status", "Enabled")
                        .put("Prefix", root)
                        .put("ExpirationInDays", 400));
    }

    private static void addExport(ObjectNode resources, WantedExport export) {
        ObjectNode resource = resources.putObject("Export").put("Type", "AWS::BCMDataExports::Export");
        resource.put("DependsOn", "BucketPolicy");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("Export", SentJson.tree(export.export()));
        addTags(properties, export.tags());
    }

    private static void addReport(ObjectNode resources, WantedReport report) {
        ObjectNode resource = resources.putObject("Report").put("Type", "AWS::CUR::ReportDefinition");
        resource.put("DependsOn", "BucketPolicy");
        resource.set("Properties", SentJson.tree(report.definition()));
        addTags((ObjectNode) resource.get("Properties"), report.tags());
    }

    private static void addTags(ObjectNode properties, SortedMap<String, String> tags) {
        if (!tags.isEmpty()) {
            ArrayNode list = properties.putArray("Tags");
            tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        }
    }
}
