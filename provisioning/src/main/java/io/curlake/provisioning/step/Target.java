package io.curlake.provisioning.step;

import io.curlake.model.AccountId;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket that a source delivers to, and the way to it.
 *
 * @param region of the bucket, found or wanted
 */
public record Target(SourceConfig source, String region, AwsClients clients) {
    String bucket() {
        return source.export().bucket();
    }

    /** Who has to own the bucket: S3 refuses a call that names another owner than the bucket's. */
    String owner() {
        return source.payer().value();
    }

    AccountId payer() {
        return source.payer();
    }

    S3Client s3() {
        return clients.s3(region);
    }

    /** Below which deliveries expire. A CUR 2.0 export has its manifests elsewhere, and they stay. */
    String expiringRoot() {
        return source.location().root() + (source.export().format().isLegacy() ? "" : "data/");
    }

    /** The bucket's ARN. */
    String arn() {
        return "arn:" + clients.partition() + ":s3:::" + bucket();
    }
}
