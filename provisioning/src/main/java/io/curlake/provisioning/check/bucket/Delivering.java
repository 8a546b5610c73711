package io.curlake.provisioning.check.bucket;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.Partition;

/**
 * Who writes where: what a bucket policy has to allow.
 *
 * @param sourceArn of the export or report definition, on whose behalf AWS writes
 * @param folder of the bucket, ending in a slash
 */
public record Delivering(
        DeliveringService service,
        Partition partition,
        AccountId payer,
        String sourceArn,
        String bucket,
        String folder) {

    String bucketArn() {
        return "arn:" + partition.id() + ":s3:::" + bucket;
    }

    /** An object that a delivery could make. */
    String objectArn() {
        return bucketArn() + "/" + folder + "object";
    }

    /** The statement that allows one action. */
    String statement(String action, String resource) {
        return "{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"" + service.principal() + "\"}, \"Action\": \""
                + action + "\", \"Resource\": \"" + resource + "\", \"Condition\": {\"ArnLike\": "
                + "{\"aws:SourceArn\": \"" + service.sourceArn(partition, payer, "*") + "\"}, \"StringEquals\": "
                + "{\"aws:SourceAccount\": \"" + payer + "\"}}}";
    }
}
