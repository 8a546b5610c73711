package io.curlake.jobs.table.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.storage.ConditionalCreate;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.ConditionalLogStore;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.SnapshotImpl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one Delta table. A version is one object that is created on the condition that there is none, so that of
 * two writers of a version exactly one succeeds.
 */
public final class TableLog {
    private static final Logger LOG = LoggerFactory.getLogger(TableLog.class);

    private final Storage storage;
    private final Engine engine;
    private final String uri;
    private final Clock clock;

    /** @param uri the table's folder */
    public TableLog(Storage storage, String uri, Clock clock) {
        this.storage = storage;
        this.engine = engine(storage);
        this.uri = uri;
        this.clock = clock;
    }

    /** The time that is written into versions, in milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /** Kernel lists and writes through the same conditional creates as everybody else here. */
    static Engine engine(Storage storage) {
        Configuration settings = new Configuration(storage.settings());
        for (String scheme : List.of("file", "s3", "s3a")) {
            settings.set("io.delta.kernel.logStore." + scheme + ".impl", ConditionalLogStore.class.getName());
        }
        return DefaultEngine.create(settings);
    }

    /** The newest version; empty where there is no table. */
    public Optional<TableState> newest() {
        try {
            return Optional.of(new TableState(
                    engine, (SnapshotImpl) Table.forPath(engine, uri).getLatestSnapshot(engine)));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /**
     * Writes a version.
     *
     * @throws FileAlreadyExistsException where another writer wrote it before
     */
    void write(long version, List<ObjectNode> actions) throws FileAlreadyExistsException {
        String file = commitFile(version);
        String lines = actions.stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n"));
        try {
            new ConditionalCreate(storage).create(file, lines.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(file, e);
        }
    }

    /** Sums the log up to a version in one file, so that readers need not read all of it. Its absence harms nobody. */
    void checkpoint(long version) {
        try {
            Table.forPath(engine, uri).checkpoint(engine, version);
        } catch (IOException | RuntimeException e) {
            LOG.warn("No checkpoint of version {} of {}: {}", version, uri, e.getMessage());
        } catch (Error e) {
            // Hadoop's word for a full disk. The version itself is written.
            if (!StorageErrors.isFull(e)) {
                throw e;
            }
            LOG.warn("No checkpoint of version {} of {}: {}", version, uri, e.getMessage());
        }
    }

    /** The object that is a version; empty where there is none, and where only a checkpoint is left of it. */
    Optional<StoredObject> commit(long version) {
        return storage.find(commitFile(version));
    }

    private String commitFile(long version) {
        return uri + "/_delta_log/%020d.json".formatted(version);
    }

    String uri() {
        return uri;
    }

    private RuntimeException unreadable(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return StorageErrors.cannotRead(uri, io);
            }
        }
        return new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot read the log of " + StorageErrors.shown(uri) + ": " + e.getMessage()
                        + ". Nothing was published; restore the log, or load into another warehouse.",
                e);
    }
}
