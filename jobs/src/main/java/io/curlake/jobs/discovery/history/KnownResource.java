package io.curlake.jobs.discovery.history;

import io.curlake.jobs.discovery.Resource;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource with what only time tells.
 *
 * @param resource as it was last seen
 * @param active whether it was there when its type was last listed
 * @param changedAt when something of it was last seen to differ: when it appeared, at first
 * @param endedAt when it was first missed; null while it is active
 * @param runId of the run that saw it last
 */
public record KnownResource(
        Resource resource,
        boolean active,
        Instant firstSeen,
        Instant lastSeen,
        Instant changedAt,
        @Nullable Instant endedAt,
        String runId)
        implements Serializable {

    static KnownResource appeared(Resource resource, Look look) {
        return new KnownResource(resource, true, look.at(), look.at(), look.at(), null, look.runId());
    }

    KnownResource seenAgain(Resource now, Instant changed, Look look) {
        return new KnownResource(now, true, firstSeen, look.at(), changed, null, look.runId());
    }

    KnownResource ended(Look look) {
        return new KnownResource(resource, false, firstSeen, lastSeen, look.at(), look.at(), runId);
    }
}
