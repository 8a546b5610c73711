package io.curlake.jobs.export;

import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.StoredObject;
import java.io.Serializable;

/** A data file of a delivery: its number in the manifest, counted from 1, its key, and the object it was when pinned. */
public record DeliveryFile(int number, String key, StoredObject object) implements Serializable {
    public NumberedFile numbered() {
        return new NumberedFile(number, object);
    }
}
