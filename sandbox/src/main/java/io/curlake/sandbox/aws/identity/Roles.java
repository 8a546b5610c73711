package io.curlake.sandbox.aws.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What roles demand of who assumes them. A role that nothing is said about may be assumed by anybody. */
public final class Roles {
    private final Map<String, String> externalIds = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /** Lets a role be assumed with this external id only. */
    public void requireExternalId(String roleArn, String externalId) {
        externalIds.put(roleArn, externalId);
    }

    /** Lets a role be assumed by nobody. */
    public void close(String roleArn) {
        closed.add(roleArn);
    }

    boolean allow(String roleArn, Optional<String> externalId) {
        String required = externalIds.get(roleArn);
        return !closed.contains(roleArn) && (required == null || required.equals(externalId.orElse("")));
    }
}
