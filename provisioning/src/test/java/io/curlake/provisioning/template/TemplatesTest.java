package io.curlake.provisioning.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.definition.Definitions;
import io.curlake.provisioning.definition.TestSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final String POLICY =
            "{\"Statement\": [{\"Resource\": \"arn:aws:s3:::acme-billing/${aws:username}/*\"}]}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void cloudFormationMakesBucketPolicyAndExport() throws IOException {
        JsonNode template = JSON.readTree(CloudFormation.of(export("us-east-1")));

        assertThat(template.path("Description").asText()).endsWith(Blueprint.WHOLE_POLICY);
        JsonNode resources = template.path("Resources");
        assertThat(resources.fieldNames()).toIterable().containsExactly("Bucket", "BucketPolicy", "Export");
        assertThat(resources.at("/Bucket/DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(resources
                        .at("/Bucket/Properties/LifecycleConfiguration/Rules/0/Prefix")
                        .asText())
                .isEqualTo("exports/acme-cur2/data/");
        assertThat(resources.at("/BucketPolicy/Properties/PolicyDocument")).isEqualTo(JSON.readTree(POLICY));
        assertThat(resources.at("/Export/DependsOn").asText()).isEqualTo("BucketPolicy");
        assertThat(resources
                        .at("/Export/Properties/Export/DestinationConfigurations/S3Destination/S3Bucket")
                        .asText())
                .isEqualTo("acme-billing");
        assertThat(resources.at("/Export/Properties/Tags/0/Key").asText()).isEqualTo("owner");
    }

    @Test
    void cloudFormationIsRefusedForABucketElsewhere() {
        Blueprint blueprint = export("eu-west-1");

        assertThatThrownBy(() -> CloudFormation.of(blueprint))
                .hasMessage(
                        "Cannot write a CloudFormation template: a stack makes everything in one region, exports are "
                                + "made in us-east-1 and bucket 'acme-billing' is in eu-west-1. Use --out terraform, or "
                                + "'curlake export apply'.");
    }

    @Test
    void terraformHasAProviderForEachRegionAndLeavesTheVariablesOfPoliciesAlone() throws IOException {
        JsonNode root = JSON.readTree(Terraform.of(export("eu-west-1")));

        assertThat(root.at("/provider/aws/0/region").asText()).isEqualTo("eu-west-1");
        assertThat(root.at("/provider/aws/1/region").asText()).isEqualTo("us-east-1");
        assertThat(root.at("/resource/aws_s3_bucket_policy/curlake/policy").asText())
                .isEqualTo(POLICY.replace("${", "$${"));
        JsonNode export = root.at("/resource/aws_bcmdataexports_export/curlake");
        assertThat(export.path("provider").asText()).isEqualTo("aws.billing");
        assertThat(export.at("/export/data_query/query_statement").asText())
                .isEqualTo("SELECT bill_bill_type FROM COST_AND_USAGE_REPORT");
        assertThat(export.at("/tags/owner").asText()).isEqualTo("finops");
    }

    @Test
    void aReportInAnExistingBucketIsPolicyAndReport() throws IOException {
        SourceConfig source = TestSource.legacy("");
        Blueprint blueprint = new Blueprint(
                Partition.AWS,
                "acme-billing",
                "us-east-1",
                false,
                POLICY,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Definitions.report(source, "us-east-1")));

        JsonNode terraform = JSON.readTree(Terraform.of(blueprint)).path("resource");
        JsonNode cloudFormation = JSON.readTree(CloudFormation.of(blueprint)).path("Resources");

        assertThat(terraform.fieldNames())
                .toIterable()
                .containsExactly("aws_s3_bucket_policy", "aws_cur_report_definition");
        assertThat(terraform
                        .at("/aws_cur_report_definition/curlake/report_name")
                        .asText())
                .isEqualTo("acme-legacy");
        assertThat(cloudFormation.fieldNames()).toIterable().containsExactly("BucketPolicy", "Report");
        assertThat(cloudFormation.at("/Report/Properties/ReportName").asText()).isEqualTo("acme-legacy");
    }

    private static Blueprint export(String region) {
        SourceConfig source = TestSource.cur2(", tags: {owner: finops}");
        return new Blueprint(
                Partition.AWS,
                "acme-billing",
                region,
                true,
                POLICY,
                Optional.of("exports/acme-cur2/data/"),
                Optional.of(Definitions.export(source, region, List.of("bill_bill_type"))),
                Optional.empty());
    }
}
