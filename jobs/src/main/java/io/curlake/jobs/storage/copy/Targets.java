package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The targets at which a copy was begun: what a failure may leave behind. */
final class Targets {
    private final Storage storage;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    Targets(Storage storage) {
        this.storage = storage;
    }

    /** Before the first request: an answer may be lost, and the copy made all the same. */
    void begin(String target) {
        begun.add(target);
    }

    /** Removes what is there; what cannot be removed is told by the failure, and no log will ever name it. */
    void remove(Throwable failure) {
        AtOnce.map(List.copyOf(begun), target -> {
            try {
                storage.delete(target);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
            return target;
        });
        begun.clear();
    }
}
