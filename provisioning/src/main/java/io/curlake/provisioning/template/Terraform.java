package io.curlake.provisioning.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.provisioning.definition.TableProperties;
import io.curlake.provisioning.definition.WantedExport;
import io.curlake.provisioning.definition.WantedReport;
import java.util.SortedMap;

/**
 * A configuration of Terraform in its JSON syntax ({@code billing.tf.json}), for the provider hashicorp/aws. Two
 * providers: one where the bucket is, one where the billing services are.
 */
public final class Terraform {
    private static final String BILLING = "aws.billing";

    private Terraform() {}

    public static String of(Blueprint blueprint) {
        ObjectNode root = Trees.object().put("//", "Billing export for curlake. " + Blueprint.WHOLE_POLICY);
        root.putObject("provider")
                .putArray("aws")
                .add(Trees.object().put("region", blueprint.region()))
                .add(Trees.object()
                        .put("alias", "billing")
                        .put("region", blueprint.partition().billingRegion()));
        ObjectNode resources = root.putObject("resource");
        if (blueprint.makesBucket()) {
            addBucket(resources, blueprint);
        }
        ObjectNode policy = named(resources, "aws_s3_bucket_policy");
        policy.put("bucket", blueprint.bucket()).put("policy", literal(blueprint.policy()));
        if (blueprint.makesBucket()) {
            policy.putArray("depends_on").add("aws_s3_bucket.curlake");
        }
        blueprint.export().ifPresent(export -> addExport(resources, export));
        blueprint.report().ifPresent(report -> addReport(resources, report));
        return root.toPrettyString();
    }

    private static void addBucket(ObjectNode resources, Blueprint blueprint) {
        named(resources, "aws_s3_bucket").put("bucket", blueprint.bucket());
        ofBucket(resources, "aws_s3_bucket_public_access_block")
                .put("block_public_acls", true)
                .put("ignore_public_acls", true)
                .put("block_public_policy", true)
                .put("restrict_public_buckets", true);
        ofBucket(resources, "aws_s3_bucket_ownership_controls")
                .putObject("rule")
                .put("object_ownership", "BucketOwnerEnforced");
        ofBucket(resources, "aws_s3_bucket_server_side_encryption_configuration")
                .putObject("rule")
                .putObject("apply_server_side_encryption_by_default")
                .put("sse_algorithm", "AES256");
        blueprint.lifecycleRoot().ifPresent(root -> {
            ObjectNode rule =
                    ofBucket(resources, "aws_s3_bucket_lifecycle_configuration").putObject("rule");
            rule.put("id", blueprint.ruleId()).put("status", "Enabled");
            rule.putObject("filter").put("prefix", root);
            rule.putObject("expiration").put("days", 400);
        });
    }

    private static void addExport(ObjectNode resources, WantedExport export) {
        ObjectNode resource = billing(resources, "aws_bcmdataexports_export");
        ObjectNode definition = resource.putObject("export").put("name", export.name());
        ObjectNode query = definition.putObject("data_query").put("query_statement", export.query());
        ObjectNode properties = query.putObject("table_configurations").putObject(TableProperties.TABLE);
        export.properties().forEach(properties::put);
        ObjectNode s3 = definition.putObject("destination_configurations").putObject("s3_destination");
        s3.put("s3_bucket", export.bucket()).put("s3_prefix", export.prefix()).put("s3_region", export.region());
        s3.putObject("s3_output_configurations")
                .put("output_type", "CUSTOM")
                .put("format", export.output().format())
                .put("compression", export.output().compression())
                .put("overwrite", export.output().overwrite());
        definition.putObject("refresh_cadence").put("frequency", "SYNCHRONOUS");
        addTags(resource, export.tags());
    }

    private static void addReport(ObjectNode resources, WantedReport report) {
        ObjectNode resource = billing(resources, "aws_cur_report_definition");
        resource.put("report_name", literal(report.name()))
                .put("time_unit", report.timeUnit())
                .put("format", report.files().format())
                .put("compression", report.files().compression())
                .put("s3_bucket", report.bucket())
                .put("s3_prefix", literal(report.prefix()))
                .put("s3_region", report.region())
                .put("refresh_closed_reports", report.files().refreshesClosed())
                .put("report_versioning", report.files().versioning());
        report.elements().forEach(resource.putArray("additional_schema_elements")::add);
        if (!report.files().artifacts().isEmpty()) {
            report.files().artifacts().forEach(resource.putArray("additional_artifacts")::add);
        }
        addTags(resource, report.tags());
    }

    private static void addTags(ObjectNode resource, SortedMap<String, String> tags) {
        if (!tags.isEmpty()) {
            ObjectNode map = resource.putObject("tags");
            tags.forEach((key, value) -> map.put(key, literal(value)));
        }
    }

    private static ObjectNode billing(ObjectNode resources, String type) {
        ObjectNode resource = named(resources, type).put("provider", BILLING);
        resource.putArray("depends_on").add("aws_s3_bucket_policy.curlake");
        return resource;
    }

    private static ObjectNode ofBucket(ObjectNode resources, String type) {
        return named(resources, type).put("bucket", "${aws_s3_bucket.curlake.id}");
    }

    private static ObjectNode named(ObjectNode resources, String type) {
        return resources.putObject(type).putObject("curlake");
    }

    /** A text that Terraform takes as it is: policies have variables of their own, {@code ${aws:username}}. */
    private static String literal(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }
}
