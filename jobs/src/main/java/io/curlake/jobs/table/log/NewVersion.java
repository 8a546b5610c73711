package io.curlake.jobs.table.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.util.VectorUtils;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.types.StructType;

/** The next version of a table, gathered action by action and written by one conditional create. */
public final class NewVersion {
    private static final long CHECKPOINT_EVERY = 10;

    private final TableLog log;
    private final Optional<TableState> read;
    private final String name;
    private final List<ObjectNode> transactions = new ArrayList<>();
    private final List<ObjectNode> files = new ArrayList<>();
    private final Map<String, String> addedSettings = new HashMap<>();
    private Optional<StructType> schema = Optional.empty();
    private List<String> partitionColumns = List.of();
    private boolean hasMasks;

    /**
     * Begins the version that follows the one that was read.
     *
     * @param read empty where the table does not exist yet
     * @param name the table's name in messages and in its metadata
     */
    public NewVersion(TableLog log, Optional<TableState> read, String name) {
        this.log = log;
        this.read = read;
        this.name = name;
        read.ifPresent(state -> state.features().requireWritable(name));
    }

    /** Gives the table its first columns. */
    public NewVersion created(StructType columns, List<String> partitionedBy, Map<String, String> settings) {
        schema = Optional.of(columns);
        partitionColumns = List.copyOf(partitionedBy);
        addedSettings.putAll(settings);
        return this;
    }

    /** Gives the table other columns: those it has, and new ones behind them. */
    public NewVersion extended(StructType columns) {
        schema = Optional.of(columns);
        return this;
    }

    public NewVersion remove(TableFile file, Effect effect) {
        files.add(file.removed(log.now(), effect));
        return this;
    }

    public NewVersion add(TableFile file, Effect effect) {
        files.add(file.added(effect));
        hasMasks |= file.maskIfAny().isPresent();
        return this;
    }

    /** Says that an application wrote this version as its own one of that number. */
    public NewVersion transaction(String application, long number) {
        ObjectNode action = Actions.object();
        action.putObject("txn").put("appId", application).put("version", number).put("lastUpdated", log.now());
        transactions.add(action);
        return this;
    }

    public boolean isEmpty() {
        return files.isEmpty() && schema.isEmpty();
    }

    /**
     * Writes the version.
     *
     * @return its number
     * @throws FileAlreadyExistsException where another writer wrote a version since ours was read
     */
    public long write(CommitNote note) throws FileAlreadyExistsException {
        long version = read.map(TableState::version).orElse(-1L) + 1;
        List<ObjectNode> actions = new ArrayList<>();
        actions.add(note.action(log.now()));
        TableFeatures before = read.map(TableState::features).orElse(TableFeatures.PLAIN);
        boolean needsMasks = hasMasks && !before.haveMasks();
        if (read.isEmpty() || needsMasks) {
            actions.add((hasMasks ? before.withMasks() : before).action());
        }
        if (needsMasks) {
            addedSettings.put("delta.enableDeletionVectors", "true");
        }
        if (schema.isPresent() || needsMasks) {
            actions.add(metadata());
        }
        actions.addAll(transactions);
        actions.addAll(files);
        log.write(version, actions);
        if (version > 0 && version % CHECKPOINT_EVERY == 0) {
            log.checkpoint(version);
        }
        return version;
    }

    private ObjectNode metadata() {
        Optional<Metadata> before = read.map(TableState::metadata);
        ObjectNode action = Actions.object();
        ObjectNode metadata = action.putObject("metaData");
        metadata.put(
                "id",
                before.map(Metadata::getId).orElseGet(() -> UUID.randomUUID().toString()));
        metadata.put("name", before.flatMap(Metadata::getName).orElse(name));
        before.flatMap(Metadata::getDescription).ifPresent(text -> metadata.put("description", text));
        metadata.putObject("format").put("provider", "parquet").putObject("options");
        metadata.put(
                "schemaString",
                schema.map(StructType::json)
                        .orElseGet(() -> before.map(Metadata::getSchemaString).orElseThrow()));
        List<String> partitions = before.map(m -> VectorUtils.<String>toJavaList(m.getPartitionColumns()))
                .orElse(partitionColumns);
        Actions.texts(metadata.putArray("partitionColumns"), partitions);
        Map<String, String> settings =
                new HashMap<>(before.map(Metadata::getConfiguration).orElse(Map.of()));
        settings.putAll(addedSettings);
        Actions.texts(metadata.putObject("configuration"), settings);
        metadata.put("createdTime", before.flatMap(Metadata::getCreatedTime).orElseGet(log::now));
        return action;
    }
}
