package io.curlake.jobs.table.log;

import io.curlake.jobs.storage.StoredObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest version of each table as a run has read it. A log is read again only where somebody has written since: that the
 * last commit is the same and has no successor is told by two looks, where reading it takes a listing and a dozen reads.
 */
public final class SeenVersions {
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(StoredObject commit, TableState state) {}

    /** The newest version; empty where there is no table. */
    public Optional<TableState> newest(TableLog log) {
        Seen last = seen.get(log.uri());
        if (last != null && isNewest(log, last)) {
            return Optional.of(last.state());
        }
        seen.remove(log.uri());
        Optional<TableState> state = log.newest();
        state.ifPresent(read ->
                log.commit(read.version()).ifPresent(commit -> seen.put(log.uri(), new Seen(commit, read))));
        return state;
    }

    /** Forgets all: a version refers to files of the log, which housekeeping takes away. */
    public void forget() {
        seen.clear();
    }

    private static boolean isNewest(TableLog log, Seen last) {
        long version = last.state().version();
        return log.commit(version).filter(last.commit()::isAs).isPresent()
                && log.commit(version + 1).isEmpty();
    }
}
