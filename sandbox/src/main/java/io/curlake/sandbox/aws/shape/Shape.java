package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** One type of a service's model. */
sealed interface Shape permits Structure, Sequence, Dictionary, Text, Whole, Real, Flag {
    /**
     * Checks a value and all below it.
     *
     * @param at path of the value, like {@code export.dataQuery}
     */
    void check(String at, JsonNode value, Findings findings);

    /** The shape that the model calls by this name, looked up when needed: models refer forward. */
    interface Reference {
        Shape shape();
    }
}
