package io.curlake.model.config;

import java.util.Optional;

/**
 * Whose rights create and check an export, its bucket and its policy. Without a profile the default credentials.
 *
 * @param profile of the AWS configuration files
 * @param role to be assumed with these credentials
 */
public record ProvisioningConfig(Optional<String> profile, Optional<String> role, Optional<Secret> externalId) {
    public static final ProvisioningConfig DEFAULT =
            new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty());
}
