package io.curlake.provisioning.policy;

import io.curlake.model.AccountId;
import io.curlake.model.ExportFormat;
import io.curlake.provisioning.aws.Partition;

/** Which of AWS's two services delivers, and who it is in a policy. */
public enum ExportKind {
    /** CUR 2.0, by Data Exports. */
    DATA_EXPORT("bcm-data-exports.amazonaws.com", "bcm-data-exports", "export/", "DataExports"),
    /** A legacy Cost and Usage Report. */
    LEGACY_REPORT("billingreports.amazonaws.com", "cur", "definition/", "LegacyReport");

    private final String principal;
    private final String service;
    private final String resource;
    private final String word;

    ExportKind(String principal, String service, String resource, String word) {
        this.principal = principal;
        this.service = service;
        this.resource = resource;
        this.word = word;
    }

    public static ExportKind of(ExportFormat format) {
        return format.isLegacy() ? LEGACY_REPORT : DATA_EXPORT;
    }

    /** The service principal that writes. */
    public String principal() {
        return principal;
    }

    /** The ARN of exports of the account, up to their names; always in the billing region, never in the bucket's. */
    public String arnRoot(Partition partition, AccountId payer) {
        return "arn:" + partition + ":" + service + ":" + partition.billingRegion() + ":" + payer + ":" + resource;
    }

    /** In a Sid, which is of letters and digits only. */
    String word() {
        return word;
    }
}
