package io.curlake.provisioning.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {
    @ParameterizedTest
    @CsvSource({
        "eu-west-1, AWS, aws, us-east-1",
        "us-east-1, AWS, aws, us-east-1",
        "cn-north-1, AWS_CN, aws-cn, cn-northwest-1",
        "cn-northwest-1, AWS_CN, aws-cn, cn-northwest-1"
    })
    void aRegionHasItsPartitionAndThatOneItsBillingRegion(String region, Partition partition, String id, String home) {
        assertThat(Partition.ofRegion(region)).isEqualTo(partition);
        assertThat(partition.id()).isEqualTo(id);
        assertThat(partition.billingRegion()).isEqualTo(home);
    }

    /** AWS adds regions faster than anybody lists them. */
    @Test
    void aRegionThatNobodyKnowsYetIsOneOfTheStandardPartition() {
        assertThat(Partition.ofRegion("ap-east-9")).isEqualTo(Partition.AWS);
    }

    @Test
    void govCloudIsSentToItsStandardPayer() {
        String advice = ": AWS GovCloud (US) has no billing exports of its own. Its spend is in the export of the "
                + "standard payer account it belongs to; provision there.";

        assertRefused(() -> Partition.ofRegion("us-gov-west-1"), "Cannot provision in region 'us-gov-west-1'" + advice);
        assertRefused(
                () -> Partition.ofArn("arn:aws-us-gov:iam::111122223333:user/ann"),
                "Cannot provision with 'arn:aws-us-gov:iam::111122223333:user/ann'" + advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-iso-east-1", "us-isob-east-1", "us-isof-south-1", "eu-isoe-west-1", "eusc-de-east-1"})
    void partitionsWithoutKnownExportsAreRefusedByRegion(String region) {
        assertRefused(
                () -> Partition.ofRegion(region),
                "Cannot provision in region '" + region + "': its partition is none that curlake knows (aws, aws-cn).");
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:iam::111122223333:user/ann, AWS", "arn:aws-cn:sts::111122223333:assumed-role/a/b, AWS_CN"})
    void anArnNamesItsPartition(String arn, Partition partition) {
        assertThat(Partition.ofArn(arn)).isEqualTo(partition);
    }

    @ParameterizedTest
    @CsvSource({"arn:aws-iso-b:iam::111122223333:user/ann, aws-iso-b", "arn:moon:iam::1:user/ann, moon", "ann, ''"})
    void otherArnsAreRefused(String arn, String id) {
        assertRefused(
                () -> Partition.ofArn(arn),
                "Cannot provision with '" + arn + "': partition '" + id
                        + "' has no billing exports that curlake knows (aws, aws-cn).");
    }

    private static void assertRefused(Runnable use, String message) {
        assertThatThrownBy(use::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
        });
    }
}
