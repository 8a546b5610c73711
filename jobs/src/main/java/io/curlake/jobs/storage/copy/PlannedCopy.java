package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.StoredObject;
import java.io.Serializable;

/**
 * One pinned object and where its copy goes.
 *
 * @param target a URI that nothing else uses: what is there is replaced, and removed where the copy fails
 */
public record PlannedCopy(StoredObject source, String target) implements Serializable {
    public PlannedCopy {
        if (target.equals(source.uri())) {
            throw new IllegalArgumentException("Cannot copy " + target + ": the copy would replace its source");
        }
    }
}
