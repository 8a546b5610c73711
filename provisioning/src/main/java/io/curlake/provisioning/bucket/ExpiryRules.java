package io.curlake.provisioning.bucket;

import io.curlake.provisioning.bucket.BucketFacts.Expiry;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/** Of a bucket's lifecycle rules those that delete. */
final class ExpiryRules {
    private ExpiryRules() {}

    static Optional<Expiry> of(LifecycleRule rule) {
        return rule.status() == ExpirationStatus.ENABLED
                ? Optional.ofNullable(rule.expiration())
                        .flatMap(expiration -> Optional.ofNullable(expiration.days()))
                        .map(days -> new Expiry(Optional.ofNullable(rule.id()).orElse(""), prefix(rule), days))
                : Optional.empty();
    }

    /** Rules written for the first version of the API name the prefix outside a filter. */
    @SuppressWarnings("deprecation")
    private static String prefix(LifecycleRule rule) {
        return Optional.ofNullable(rule.filter())
                .flatMap(ExpiryRules::prefix)
                .or(() -> Optional.ofNullable(rule.prefix()))
                .orElse("");
    }

    private static Optional<String> prefix(LifecycleRuleFilter filter) {
        return Optional.ofNullable(filter.prefix())
                .or(() -> Optional.ofNullable(filter.and()).map(and -> and.prefix()));
    }
}
