package io.curlake.provisioning.status;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** When an export was made, and who says so. */
public record Created(Optional<Instant> at, Evidence evidence) {
    /** From the best to none. */
    public enum Evidence {
        AWS("AWS says so"),
        JOURNAL("curlake made it"),
        TEST_OBJECT("AWS tried the bucket then"),
        NONE("AWS does not say");

        private final String words;

        Evidence(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The first source that knows; later ones are not asked. */
    static Created of(
            Optional<Instant> aws, Supplier<Optional<Instant>> journal, Supplier<Optional<Instant>> testObject) {
        if (aws.isPresent()) {
            return new Created(aws, Evidence.AWS);
        }
        Optional<Instant> written = journal.get();
        if (written.isPresent()) {
            return new Created(written, Evidence.JOURNAL);
        }
        Optional<Instant> tried = testObject.get();
        return tried.isPresent() ? new Created(tried, Evidence.TEST_OBJECT) : new Created(tried, Evidence.NONE);
    }
}
