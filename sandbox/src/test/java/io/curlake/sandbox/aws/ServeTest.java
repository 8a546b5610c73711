package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @TempDir
    Path directory;

    @Test
    void theShellIsToldWhatToSet() {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Serve.environment(aws))
                    .isEqualTo("export AWS_ENDPOINT_URL=" + aws.endpoint() + "\n"
                            + "export AWS_ACCESS_KEY_ID=sandbox\n"
                            + "export AWS_SECRET_ACCESS_KEY=sandbox-secret\n"
                            + "export AWS_REGION=us-east-1\n");
        }
    }
}
