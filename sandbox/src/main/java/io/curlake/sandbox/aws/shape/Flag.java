package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** True or false. */
record Flag() implements Shape {
    @Override
    public void check(String at, JsonNode value, Findings findings) {
        if (!value.isBoolean()) {
            throw Findings.wrongType(value, "a Boolean");
        }
    }
}
