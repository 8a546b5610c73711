package io.curlake.provisioning.status;

import io.curlake.model.config.SourceConfig;
import java.time.Instant;
import java.util.Optional;

/** Remembers which exports curlake made. */
@FunctionalInterface
public interface CreationJournal {
    /** Of a journal that remembers nothing. */
    CreationJournal EMPTY = source -> Optional.empty();

    /** When the export of the source was made, where it is remembered. */
    Optional<Instant> created(SourceConfig source);
}
