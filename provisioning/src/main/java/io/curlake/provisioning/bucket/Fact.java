package io.curlake.provisioning.bucket;

import java.util.Optional;

/** One thing asked of AWS: what it is, that there is none, or that nobody could say. */
public sealed interface Fact<T> {
    /** AWS said. */
    record Known<T>(T answer) implements Fact<T> {}

    /** AWS said that there is none. */
    record None<T>() implements Fact<T> {}

    /** The call was denied, or the store does not know it. */
    record Unknown<T>() implements Fact<T> {}

    static <T> Fact<T> of(Optional<T> answer) {
        return answer.<Fact<T>>map(Known::new).orElseGet(None::new);
    }

    /** Empty where there is none, and where nobody could say. */
    default Optional<T> value() {
        return this instanceof Known<T> known ? Optional.of(known.answer()) : Optional.empty();
    }
}
