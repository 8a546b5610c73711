package io.curlake.provisioning.check.bucket;

import io.curlake.provisioning.policy.deny.Delivery;
import io.curlake.provisioning.policy.deny.DeliveryContext;

/**
 * Who writes where: what a bucket policy has to allow.
 *
 * @param sourceArn of the export or report definition, on whose behalf AWS writes
 */
public record Delivering(Delivery delivery, String sourceArn) {
    /** The service that writes. */
    String principal() {
        return delivery.kind().principal();
    }

    /** The key below which it writes, ending in a slash. */
    String folder() {
        return delivery.location().root();
    }

    DeliveryContext context() {
        return DeliveryContext.of(delivery, sourceArn);
    }

    String bucketArn() {
        return delivery.bucketArn();
    }

    /** An object that a delivery could make. */
    String objectArn() {
        return bucketArn() + "/" + folder() + "object";
    }

    /** The statement that allows one action. */
    String statement(String action, String resource) {
        return "{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"" + principal() + "\"}, \"Action\": \""
                + action + "\", \"Resource\": \"" + resource + "\", \"Condition\": {\"ArnLike\": "
                + "{\"aws:SourceArn\": \"" + delivery.kind().arnRoot(delivery.partition(), delivery.payer())
                + "*\"}, \"StringEquals\": " + "{\"aws:SourceAccount\": \"" + delivery.payer() + "\"}}}";
    }
}
