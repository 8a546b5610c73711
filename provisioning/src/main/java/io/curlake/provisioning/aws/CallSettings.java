package io.curlake.provisioning.aws;

import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.S3Config;
import java.net.URI;
import java.util.Optional;

/**
 * How AWS is called.
 *
 * @param credentials whose rights are used
 * @param reader whose rights read deliveries: those that make an export cannot
 * @param endpointUrl where every service answers instead of AWS's own addresses; AWS_ENDPOINT_URL and its like otherwise
 * @param s3 of an S3-compatible store; its endpoint and keys are for the bucket only
 * @param region that the caller's environment names; where the services without a region of their own are called
 */
public record CallSettings(
        ProvisioningConfig credentials,
        ProvisioningConfig reader,
        Optional<URI> endpointUrl,
        Optional<S3Config> s3,
        Optional<String> region) {

    /** With one caller for everything. */
    public CallSettings(
            ProvisioningConfig credentials, Optional<URI> endpointUrl, Optional<S3Config> s3, Optional<String> region) {
        this(credentials, credentials, endpointUrl, s3, region);
    }
}
