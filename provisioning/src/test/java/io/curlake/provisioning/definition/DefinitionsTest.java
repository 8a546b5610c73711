package io.curlake.provisioning.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.plan.SentJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: acme cur2, bucket: acme-billing, format: cur2-parquet | name 'acme cur2' is none that AWS takes: an export's name is 1 to 128 letters, digits, '-' and '_'. Correct 'name' in the configuration.",
                "name: acme.cur2, bucket: acme-billing, format: cur2-csv | name 'acme.cur2' is none that AWS takes: an export's name is 1 to 128 letters, digits, '-' and '_'. Correct 'name' in the configuration.",
                "name: acme/cur, bucket: acme-billing, format: legacy-csv | name 'acme/cur' is none that AWS takes: a report's name is 1 to 256 letters, digits and !-_.*'(). Correct 'name' in the configuration.",
                "name: acme, bucket: Acme-Billing, format: cur2-csv | bucket 'Acme-Billing' is none that AWS takes: a bucket's name is 3 to 63 lower-case letters, digits, '.' and '-'. Correct 'bucket' in the configuration.",
                "name: acme, bucket: acme..billing, format: cur2-csv | bucket 'acme..billing' is none that AWS takes: two dots in a row and IP addresses are no bucket names. Correct 'bucket' in the configuration.",
                "name: acme, bucket: 192.168.1.1, format: cur2-csv | bucket '192.168.1.1' is none that AWS takes: two dots in a row and IP addresses are no bucket names. Correct 'bucket' in the configuration.",
                "name: acme, bucket: acme-billing, prefix: /exports, format: cur2-csv | prefix '/exports' is none that AWS takes: slashes at its ends or in a row make folders without a name. Correct 'prefix' in the configuration.",
                "name: acme, bucket: acme-billing, prefix: a b, format: cur2-csv | prefix 'a b' is none that AWS takes: a prefix is up to 256 letters, digits and !-_.*'()/. Correct 'prefix' in the configuration.",
                "name: acme, bucket: acme-billing, region: Ireland, format: cur2-csv | region 'Ireland' is none that AWS takes: a region looks like eu-west-1. Correct 'region' in the configuration.",
                "name: acme, bucket: acme-billing, format: cur2-csv, tags: {'aws:x': y} | tags 'aws:x' is none that AWS takes: a tag's key has 1 to 128 characters and does not begin with 'aws:'. Correct 'tags' in the configuration.",
                "name: acme, bucket: acme-billing, format: cur2-csv, compression: zip | compression 'zip' is for legacy reports; CSV of CUR 2.0 is packed by gzip. Remove 'compression'.",
                "name: acme, bucket: acme-billing, prefix: p, format: legacy-parquet, delivery: overwrite, compression: zip | compression 'zip' is for CSV, legacy-parquet has its own. Remove 'compression'.",
                "name: acme, bucket: acme-billing, prefix: p, format: legacy-parquet | a report in Parquet is one for Athena, which AWS makes with overwrite delivery only. Write 'delivery: overwrite', or format legacy-csv.",
                "name: acme, bucket: acme-billing, format: legacy-parquet, delivery: overwrite | a report in Parquet is one for Athena, which needs a prefix. Set 'prefix'.",
            })
    void whatAwsWouldRefuseIsRefusedBeforeAnyCall(String export, String reason) {
        SourceConfig source = TestSource.of(export);

        assertThatThrownBy(() -> Definitions.check(source)).hasMessage("Cannot provision 'acme': " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: acme_Cur-2, bucket: acme.billing-1, prefix: a/b, format: cur2-parquet, region: us-gov-west-1",
                "name: acme.cur(1), bucket: abc, format: legacy-csv, compression: zip, region: ap-southeast-3",
                "name: acme, bucket: acme-billing, prefix: p, format: legacy-parquet, delivery: overwrite",
            })
    void whatAwsTakesPasses(String export) {
        assertThatCode(() -> Definitions.check(TestSource.of(export))).doesNotThrowAnyException();
    }

    @Test
    void anExportIsSentAsConfigured() {
        SourceConfig source = TestSource.cur2(", granularity: daily, resource-ids: false, tags: {owner: finops}");

        String sent =
                SentJson.of(Definitions.export(source, "eu-west-1", List.of("bill_bill_type", "line_item_usage_type"))
                        .request());

        assertThat(sent).isEqualTo("""
                {
                  "Export" : {
                    "DataQuery" : {
                      "QueryStatement" : "SELECT bill_bill_type, line_item_usage_type FROM COST_AND_USAGE_REPORT",
                      "TableConfigurations" : {
                        "COST_AND_USAGE_REPORT" : {
                          "INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY" : "FALSE",
                          "INCLUDE_RESOURCES" : "FALSE",
                          "INCLUDE_SPLIT_COST_ALLOCATION_DATA" : "FALSE",
                          "TIME_GRANULARITY" : "DAILY"
                        }
                      }
                    },
                    "Description" : "Line items for curlake",
                    "DestinationConfigurations" : {
                      "S3Destination" : {
                        "S3Bucket" : "acme-billing",
                        "S3OutputConfigurations" : {
                          "Compression" : "PARQUET",
                          "Format" : "PARQUET",
                          "OutputType" : "CUSTOM",
                          "Overwrite" : "CREATE_NEW_REPORT"
                        },
                        "S3Prefix" : "exports",
                        "S3Region" : "eu-west-1"
                      }
                    },
                    "Name" : "acme-cur2",
                    "RefreshCadence" : {
                      "Frequency" : "SYNCHRONOUS"
                    }
                  },
                  "ResourceTags" : [ {
                    "Key" : "owner",
                    "Value" : "finops"
                  } ]
                }""");
    }

    @Test
    void splitCostIsAskedForTogetherWithItsColumns() {
        WantedExport with = Definitions.export(TestSource.cur2(", split-cost: true"), "us-east-1", List.of());
        WantedExport without = Definitions.export(TestSource.cur2(", resource-ids: false"), "us-east-1", List.of());

        assertThat(with.properties()).containsEntry("INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE");
        assertThat(with.columns())
                .filteredOn(column -> column.startsWith("split_line_item_"))
                .hasSize(11);
        assertThat(with.columns()).contains("line_item_resource_id").hasSize(126);
        assertThat(without.columns())
                .doesNotContain("line_item_resource_id", "tags")
                .hasSize(114);
    }

    @Test
    void aReportIsSentAsConfigured() {
        SourceConfig source =
                TestSource.legacy(", granularity: monthly, split-cost: true, compression: zip, refresh-closed: false");

        assertThat(SentJson.of(Definitions.report(source, "eu-west-1").request()))
                .isEqualTo("""
                {
                  "ReportDefinition" : {
                    "AdditionalSchemaElements" : [ "RESOURCES", "SPLIT_COST_ALLOCATION_DATA" ],
                    "Compression" : "ZIP",
                    "Format" : "textORcsv",
                    "RefreshClosedReports" : false,
                    "ReportName" : "acme-legacy",
                    "ReportVersioning" : "CREATE_NEW_REPORT",
                    "S3Bucket" : "acme-billing",
                    "S3Prefix" : "reports",
                    "S3Region" : "eu-west-1",
                    "TimeUnit" : "MONTHLY"
                  }
                }""");
    }

    @Test
    void aReportInParquetIsOneForAthena() {
        SourceConfig source = TestSource.of(
                "name: acme, bucket: acme-billing, prefix: p, format: legacy-parquet, delivery: overwrite");

        assertThat(Definitions.report(source, "us-east-1").files())
                .isEqualTo(new WantedReport.Files("Parquet", "Parquet", List.of("ATHENA"), true, "OVERWRITE_REPORT"));
    }
}
