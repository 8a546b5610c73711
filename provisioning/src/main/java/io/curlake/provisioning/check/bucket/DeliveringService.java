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

    /**
     * On whose behalf the service calls, always in its one region.
     *
     * @param name of the export with the id that AWS gives it, or of the report; {@code *} for all
     */
    public String sourceArn(Partition partition, AccountId payer, String name) {
        String service = this == DATA_EXPORTS ? "bcm-data-exports" : "cur";
        return "arn:" + partition.id() + ":" + service + ":" + partition.billingRegion() + ":" + payer + ":" + resource
                + "/" + name;
    }
}
