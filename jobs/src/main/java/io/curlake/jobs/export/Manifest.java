package io.curlake.jobs.export;

import io.curlake.jobs.storage.StoredObject;
import java.util.List;

/**
 * A delivery as its manifest states it.
 *
 * @param object the manifest itself, pinned
 * @param deliveryId the execution id of a CUR 2.0 export, the assembly id of a legacy CUR report
 * @param exportId the export's ARN, or the report id: it changes when an export is deleted and made again
 * @param keys the keys of the data files within the bucket, none for a period without cost
 */
public record Manifest(
        StoredObject object, String deliveryId, String exportId, List<ManifestColumn> columns, List<String> keys) {
    public Manifest {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }
}
