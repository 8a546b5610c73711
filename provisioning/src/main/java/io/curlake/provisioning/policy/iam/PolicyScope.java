package io.curlake.provisioning.policy.iam;

import io.curlake.model.Refusal;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.policy.ExportKind;
import java.util.Optional;

/**
 * What a policy is for: one source, in its partition, and what is discovered behind it.
 *
 * @param kmsKey the ARN of the key with which the bucket encrypts, where that is not S3's own
 */
public record PolicyScope(
        SourceConfig source, Partition partition, Optional<String> kmsKey, DiscoveryConfig discovery) {
    private static final String KEY = "arn:aws[-a-z]*:kms:[-a-z0-9]+:\\d{12}:key/[-a-zA-Z0-9]+";

    public PolicyScope {
        kmsKey.filter(key -> !key.matches(KEY)).ifPresent(key -> {
            throw Refusal.usage(
                    "Cannot write a policy for key '" + key + "': IAM takes keys by their ARN only, not by an "
                            + "alias. Give it as arn:" + partition + ":kms:REGION:ACCOUNT:key/ID.");
        });
    }

    ExportKind kind() {
        return ExportKind.of(source.export().format());
    }

    String bucket() {
        return "arn:" + partition + ":s3:::" + source.export().bucket();
    }

    /** What the export delivers, and nothing else in the bucket. */
    String deliveries() {
        return bucket() + "/" + source.location().root() + "*";
    }

    /** AWS puts an id behind the name of an export. */
    String export() {
        return ExportKind.DATA_EXPORT.arnRoot(partition, source.payer())
                + source.export().name() + "-*";
    }

    String report() {
        return ExportKind.LEGACY_REPORT.arnRoot(partition, source.payer())
                + source.export().name();
    }

    String table() {
        return "arn:" + partition + ":bcm-data-exports:" + partition.billingRegion() + ":" + source.payer()
                + ":table/COST_AND_USAGE_REPORT";
    }
}
