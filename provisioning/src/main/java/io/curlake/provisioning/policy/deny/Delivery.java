package io.curlake.provisioning.policy.deny;

import io.curlake.model.AccountId;
import io.curlake.model.ExportLocation;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.policy.ExportKind;
import java.util.Optional;

/**
 * What AWS does when it delivers an export.
 *
 * @param organization the id of the payer's organization, where it is known
 */
public record Delivery(
        Partition partition, AccountId payer, ExportKind kind, ExportLocation location, Optional<String> organization) {

    public static Delivery of(SourceConfig source, Partition partition, Optional<String> organization) {
        return new Delivery(
                partition, source.payer(), ExportKind.of(source.export().format()), source.location(), organization);
    }

    /** The bucket that is delivered to. */
    public String bucketArn() {
        return "arn:" + partition + ":s3:::" + location.bucket();
    }
}
