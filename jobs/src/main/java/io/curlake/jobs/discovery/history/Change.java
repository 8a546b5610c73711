package io.curlake.jobs.discovery.history;

import io.curlake.jobs.discovery.Resource;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What a look saw differ.
 *
 * @param resource as it is now; as it was last seen, where it ended
 * @param what the names of what differs, {@code state}, {@code tags.team} or {@code attributes.volume_type}; empty but for
 *     {@link Kind#CHANGED}
 */
public record Change(Resource resource, Kind kind, List<String> what) implements Serializable {
    /** In which way. */
    public enum Kind {
        APPEARED,
        CHANGED,
        ENDED,
        /** It had ended. */
        RETURNED;

        /** As in {@code resource_change}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Change {
        what = List.copyOf(what);
    }
}
