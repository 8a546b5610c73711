package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** A number with a fraction. */
record Real() implements Shape {
    @Override
    public void check(String at, JsonNode value, Findings findings) {
        if (!value.isNumber()) {
            throw Findings.wrongType(value, "a Double");
        }
    }
}
