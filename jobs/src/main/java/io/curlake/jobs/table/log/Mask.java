package io.curlake.jobs.table.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import java.io.Serializable;
import java.util.Optional;

/**
 * The rows of one file that readers do not see, as a deletion vector in a file of its own or in the log itself. Source:
 * Delta protocol, "Deletion Vectors", 2026.
 *
 * @param storage {@code u}: a file of the table, named by its id; {@code p}: an absolute path; {@code i}: in the log
 * @param place the file's id or path, or the vector
 * @param offset where the vector starts in its file, in bytes; -1 for a vector in the log
 * @param size bytes of the vector
 * @param rows how many rows are masked
 */
public record Mask(String storage, String place, int offset, int size, long rows) implements Serializable {

    static Mask of(DeletionVectorDescriptor vector) {
        return new Mask(
                vector.getStorageType(),
                vector.getPathOrInlineDv(),
                vector.getOffset().orElse(-1),
                vector.getSizeInBytes(),
                vector.getCardinality());
    }

    DeletionVectorDescriptor descriptor() {
        return new DeletionVectorDescriptor(
                storage, place, offset < 0 ? Optional.empty() : Optional.of(offset), size, rows);
    }

    ObjectNode json() {
        ObjectNode vector = Actions.object().put("storageType", storage).put("pathOrInlineDv", place);
        if (offset >= 0) {
            vector.put("offset", offset);
        }
        return vector.put("sizeInBytes", size).put("cardinality", rows);
    }
}
