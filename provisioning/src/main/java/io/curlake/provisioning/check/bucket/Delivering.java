package io.curlake.provisioning.check.bucket;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.Partition;

/**
 * Who writes where: what a bucket policy has to allow.
 *
 * @param folder of the bucket, ending in a slash
 */
public record Delivering(
        DeliveringService service,
        Partition partition,
        AccountId payer,
        String exportName,
        String bucket,
        String folder) {

    String bucketArn() {
        return "arn:" + partition.id() + ":s3:::" + bucket;
    }

    /** An object that a delivery could make. */
    String objectArn() {
        return bucketArn() + "/" + folder + "object";
    }

    String sourcePattern() {
        return service.sourceArn(partition, payer);
    }

    /** The ARN that calls, but for the end that AWS gives it. */
    String sourceArn() {
        return sourcePattern().replace("*", exportName);
    }

    /** The statement that allows one action. */
    String statement(String action, String resource) {
        return "{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"" + service.principal() + "\"}, \"Action\": \""
                + action + "\", \"Resource\": \"" + resource + "\", \"Condition\": {\"ArnLike\": "
                + "{\"aws:SourceArn\": \"" + sourcePattern() + "\"}, \"StringEquals\": {\"aws:SourceAccount\": \""
                + payer + "\"}}}";
    }
}
