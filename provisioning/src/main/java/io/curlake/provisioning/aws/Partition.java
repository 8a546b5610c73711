package io.curlake.provisioning.aws;

import io.curlake.model.Refusal;
import java.util.Arrays;

/** A part of AWS with accounts, endpoints and ARNs of its own. */
public enum Partition {
    AWS("aws", "us-east-1"),
    AWS_CN("aws-cn", "cn-northwest-1");

    private final String id;
    private final String billingRegion;

    Partition(String id, String billingRegion) {
        this.id = id;
        this.billingRegion = billingRegion;
    }

    /** The partition of a region; refuses those without billing exports of their own. */
    public static Partition ofRegion(String region) {
        if (region.startsWith("us-gov-")) {
            throw govCloud("in region '" + region + "'");
        }
        if (region.matches("(us-iso|eu-isoe-|eusc-).*")) {
            throw Refusal.usage("Cannot provision in region '" + region
                    + "': its partition is none that curlake knows (aws, aws-cn).");
        }
        return region.startsWith("cn-") ? AWS_CN : AWS;
    }

    /** The partition of an ARN, or of the caller's own identity. */
    public static Partition ofArn(String arn) {
        String id = arn.startsWith("arn:") ? arn.split(":", -1)[1] : "";
        if (id.equals("aws-us-gov")) {
            throw govCloud("with '" + arn + "'");
        }
        return Arrays.stream(values())
                .filter(partition -> partition.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("Cannot provision with '" + arn + "': partition '" + id
                        + "' has no billing exports that curlake knows (aws, aws-cn)."));
    }

    private static Refusal govCloud(String where) {
        return Refusal.usage("Cannot provision " + where + ": AWS GovCloud (US) has no billing exports of its own. Its "
                + "spend is in the export of the standard payer account it belongs to; provision there.");
    }

    /** The second part of every ARN. */
    public String id() {
        return id;
    }

    /** Where Data Exports and the Cost and Usage Report service are, whatever the bucket's region. */
    public String billingRegion() {
        return billingRegion;
    }

    @Override
    public String toString() {
        return id;
    }
}
