package io.curlake.provisioning.organization;

import io.curlake.model.AccountId;

/**
 * An account of an organization.
 *
 * @param status in AWS's own words: ACTIVE, SUSPENDED, PENDING_CLOSURE, or one that is newer
 */
public record LinkedAccount(AccountId id, String name, String status) {
    public boolean isActive() {
        return status.equals("ACTIVE");
    }
}
