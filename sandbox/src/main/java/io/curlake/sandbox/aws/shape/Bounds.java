package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Smallest and largest value or length, both inclusive. */
record Bounds(long smallest, long largest) {
    static Bounds of(JsonNode shape) {
        return new Bounds(
                shape.path("min").asLong(Long.MIN_VALUE), shape.path("max").asLong(Long.MAX_VALUE));
    }

    /** @param measure "value" or "length" */
    Optional<String> breach(long size, String measure) {
        if (size < smallest) {
            return Optional.of("Member must have " + measure + " greater than or equal to " + smallest);
        }
        return size > largest
                ? Optional.of("Member must have " + measure + " less than or equal to " + largest)
                : Optional.empty();
    }
}
