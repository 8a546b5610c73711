package io.curlake.model.config;

import io.curlake.model.AccountId;
import io.curlake.model.ExportLocation;
import java.util.Optional;

/**
 * One payer's export.
 *
 * @param role the role to read the bucket with, instead of the default credentials
 * @param mirror a local copy of the bucket, read instead of S3
 * @param provisioning whose rights create and check the export; never those that read it
 */
public record SourceConfig(
        String name,
        AccountId payer,
        ExportConfig export,
        Optional<String> role,
        Optional<Secret> externalId,
        Optional<String> mirror,
        ProvisioningConfig provisioning) {

    public ExportLocation location() {
        return new ExportLocation(export.bucket(), export.prefix(), export.name());
    }
}
