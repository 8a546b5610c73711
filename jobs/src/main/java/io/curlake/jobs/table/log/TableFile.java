package io.curlake.jobs.table.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data file as the table's log names it.
 *
 * @param path below the table's folder, URL-encoded
 * @param modified milliseconds since 1970
 * @param statistics JSON; {@code {}} where nobody gathered any
 */
public record TableFile(
        String path,
        Map<String, String> partition,
        long size,
        long modified,
        String statistics,
        Map<String, String> tags,
        @Nullable Mask mask)
        implements Serializable {
    private static final JsonMapper JSON = new JsonMapper();

    public TableFile {
        partition = Map.copyOf(partition);
        tags = Map.copyOf(tags);
    }

    public static TableFile of(String path, Map<String, String> partition, long size, long modified) {
        return new TableFile(path, partition, size, modified, "{}", Map.of(), null);
    }

    public TableFile with(String fileStatistics) {
        return new TableFile(path, partition, size, modified, fileStatistics, tags, mask);
    }

    public TableFile tagged(Map<String, String> fileTags) {
        return new TableFile(path, partition, size, modified, statistics, fileTags, mask);
    }

    /** The same file under another mask, or under none. */
    public TableFile masked(Optional<Mask> other) {
        return new TableFile(path, partition, size, modified, statistics, tags, other.orElse(null));
    }

    public Optional<Mask> maskIfAny() {
        return Optional.ofNullable(mask);
    }

    /** How many rows readers see in the file; 0 where its statistics do not tell. */
    public long visibleRows() {
        try {
            long rows = JSON.readTree(statistics).path("numRecords").asLong();
            return rows - maskIfAny().map(Mask::rows).orElse(0L);
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    /** The last part of the name. */
    public String name() {
        String whole = URI.create(path).getPath();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** Where the file lies. A path that the log gives in full, as a shallow clone does, stays as it is. */
    public String uri(String table) {
        URI uri = URI.create(path);
        return uri.isAbsolute()
                ? uri.getScheme() + "://" + Objects.requireNonNullElse(uri.getAuthority(), "") + uri.getPath()
                : table + "/" + uri.getPath();
    }

    /** The action that adds the file. Source: Delta protocol, "Add File and Remove File", 2026. */
    ObjectNode added(Effect effect) {
        ObjectNode action = Actions.object();
        ObjectNode add = action.putObject("add").put("path", path);
        Actions.texts(add.putObject("partitionValues"), partition);
        add.put("size", size).put("modificationTime", modified).put("dataChange", effect.changesData());
        add.put("stats", statistics);
        addTagsAndMask(add);
        return action;
    }

    /** The action that removes the file: under this mask, since the log tells files apart by path and mask. */
    ObjectNode removed(long now, Effect effect) {
        ObjectNode action = Actions.object();
        ObjectNode remove = action.putObject("remove")
                .put("path", path)
                .put("deletionTimestamp", now)
                .put("dataChange", effect.changesData())
                .put("extendedFileMetadata", true);
        Actions.texts(remove.putObject("partitionValues"), partition);
        remove.put("size", size);
        addTagsAndMask(remove);
        return action;
    }

    private void addTagsAndMask(ObjectNode file) {
        if (!tags.isEmpty()) {
            Actions.texts(file.putObject("tags"), tags);
        }
        if (mask != null) {
            file.set("deletionVector", mask.json());
        }
    }
}
