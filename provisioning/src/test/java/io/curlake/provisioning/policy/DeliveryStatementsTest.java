package io.curlake.provisioning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryStatementsTest {
    private static final AccountId PAYER = new AccountId("111122223333");

    @Test
    void dataExportsMayReadThePolicyAndWriteForThisPayerOnly() {
        List<Statement> statements =
                DeliveryStatements.of(Partition.AWS, PAYER, "acme-billing", ExportKind.DATA_EXPORT);

        assertThat(statements).extracting(Statement::text).containsExactly("""
                        {
                          "Sid": "CurlakeDataExportsCheck111122223333",
                          "Effect": "Allow",
                          "Principal": {
                            "Service": "bcm-data-exports.amazonaws.com"
                          },
                          "Action": "s3:GetBucketPolicy",
                          "Resource": "arn:aws:s3:::acme-billing",
                          "Condition": {
                            "ArnLike": {
                              "aws:SourceArn": "arn:aws:bcm-data-exports:us-east-1:111122223333:export/*"
                            },
                            "StringEquals": {
                              "aws:SourceAccount": "111122223333"
                            }
                          }
                        }""", """
                        {
                          "Sid": "CurlakeDataExports111122223333",
                          "Effect": "Allow",
                          "Principal": {
                            "Service": "bcm-data-exports.amazonaws.com"
                          },
                          "Action": "s3:PutObject",
                          "Resource": "arn:aws:s3:::acme-billing/*",
                          "Condition": {
                            "ArnLike": {
                              "aws:SourceArn": "arn:aws:bcm-data-exports:us-east-1:111122223333:export/*"
                            },
                            "StringEquals": {
                              "aws:SourceAccount": "111122223333"
                            }
                          }
                        }""");
    }

    @Test
    void aLegacyReportOfChinaIsMadeInNingxia() {
        List<Statement> statements =
                DeliveryStatements.of(Partition.AWS_CN, PAYER, "acme-billing", ExportKind.LEGACY_REPORT);

        assertThat(statements.get(0).text()).isEqualTo("""
                        {
                          "Sid": "CurlakeLegacyReportCheck111122223333",
                          "Effect": "Allow",
                          "Principal": {
                            "Service": "billingreports.amazonaws.com"
                          },
                          "Action": [
                            "s3:GetBucketAcl",
                            "s3:GetBucketPolicy"
                          ],
                          "Resource": "arn:aws-cn:s3:::acme-billing",
                          "Condition": {
                            "ArnLike": {
                              "aws:SourceArn": "arn:aws-cn:cur:cn-northwest-1:111122223333:definition/*"
                            },
                            "StringEquals": {
                              "aws:SourceAccount": "111122223333"
                            }
                          }
                        }""");
        assertThat(statements.get(1).element("Action").asText()).isEqualTo("s3:PutObject");
        assertThat(statements.get(1).element("Resource").asText()).isEqualTo("arn:aws-cn:s3:::acme-billing/*");
    }

    @Test
    void twoPayersAndTwoKindsShareABucket() {
        PolicyDocument shared = PolicyDocument.empty();
        for (ExportKind kind : ExportKind.values()) {
            shared = shared.with(DeliveryStatements.of(Partition.AWS, PAYER, "acme-billing", kind))
                    .with(DeliveryStatements.of(Partition.AWS, new AccountId("444455556666"), "acme-billing", kind));
        }

        assertThat(shared.statements())
                .extracting(statement -> statement.sid().orElseThrow())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allMatch(sid -> sid.matches("[A-Za-z0-9]+"));
    }
}
