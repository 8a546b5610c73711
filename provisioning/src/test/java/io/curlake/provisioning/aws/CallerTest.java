package io.curlake.provisioning.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.config.ProvisioningConfig;
import io.curlake.sandbox.aws.AwsStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerTest {
    @TempDir
    Path folder;

    @Test
    void credentialsOfAnotherPartitionThanTheExportsAreRefused() {
        try (AwsStandIn aws = AwsStandIn.start(folder);
                AwsClients here = clients(aws, Partition.AWS, "us-east-1");
                AwsClients china = clients(aws, Partition.AWS_CN, "us-east-1")) {
            String arn = Caller.of(here).arn();

            assertThat(arn).startsWith("arn:aws:iam::111122223333:");
            assertThatThrownBy(() -> Caller.of(china))
                    .hasMessage("Cannot act as " + arn + ": it is of partition 'aws', and the region of the export of "
                            + "'aws-cn'. Set 'region' of the export to one of aws, or use other credentials.");
        }
    }

    private static AwsClients clients(AwsStandIn aws, Partition partition, String region) {
        return new AwsClients(
                new CallSettings(
                        new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.of(URI.create(aws.endpoint())),
                        Optional.empty(),
                        Optional.of(region)),
                partition);
    }
}
