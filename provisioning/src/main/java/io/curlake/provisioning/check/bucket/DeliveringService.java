package io.curlake.provisioning.check.bucket;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.Partition;

/** The service that writes deliveries into a bucket. */
public enum DeliveringService {
    DATA_EXPORTS("bcm-data-exports", "export"),
    REPORTS("billingreports", "definition");

    private final String principal;
    private final String resource;

    DeliveringService(String principal, String resource) {
        this.principal = principal;
        this.resource = resource;
    }

    String principal() {
        return principal + ".amazonaws.com";
    }

    /** What calls: a pattern of all exports of the account, in the one region of the service. */
    String sourceArn(Partition partition, AccountId payer) {
        String service = this == DATA_EXPORTS ? "bcm-data-exports" : "cur";
        return "arn:" + partition.id() + ":" + service + ":" + partition.billingRegion() + ":" + payer + ":" + resource
                + "/*";
    }
}
