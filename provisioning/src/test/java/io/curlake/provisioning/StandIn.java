package io.curlake.provisioning;

import io.curlake.model.config.ProvisioningConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.CallSettings;
import io.curlake.provisioning.aws.Partition;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/** The stand-in for AWS, and the clients that provisioning calls it with, for tests. */
public final class StandIn implements AutoCloseable {
    public static final String BUCKET = "acme-billing";

    private final S3Server s3;
    private final AwsStandIn aws;
    private final AwsClients clients;

    public StandIn(Path directory) {
        this.s3 = S3Server.start(directory);
        this.aws = AwsStandIn.start(s3);
        // The SDK's default chain looks here first.
        System.setProperty("aws.accessKeyId", aws.accessKey());
        System.setProperty("aws.secretAccessKey", aws.secretKey());
        this.clients = new AwsClients(
                new CallSettings(
                        new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.of(URI.create(aws.endpoint())),
                        Optional.empty(),
                        Optional.of("us-east-1")),
                Partition.AWS);
    }

    public AwsStandIn aws() {
        return aws;
    }

    public AwsClients clients() {
        return clients;
    }

    /** Puts an object into {@link #BUCKET}, wherever that is. */
    public void put(String key, String text) {
        clients.s3(aws.buckets().named(BUCKET).region())
                .putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
        s3.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }
}
