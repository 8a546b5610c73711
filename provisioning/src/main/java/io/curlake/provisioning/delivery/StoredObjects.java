package io.curlake.provisioning.delivery;

import io.curlake.provisioning.aws.Denied;
import java.util.List;

/** A bucket to list and read. Both may throw {@link Denied}. */
public interface StoredObjects {
    /** The objects whose keys begin so. */
    List<StoredObject> below(String prefix);

    /** The content of an object, as UTF-8. */
    String text(String key);
}
