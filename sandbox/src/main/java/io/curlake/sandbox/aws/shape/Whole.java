package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** A whole number. */
record Whole(Bounds range) implements Shape {
    @Override
    public void check(String at, JsonNode value, Findings findings) {
        if (!value.isIntegralNumber()) {
            throw Findings.wrongType(value, "an Integer");
        }
        range.breach(value.longValue(), "value").ifPresent(breach -> findings.constraint(at, value, breach));
    }
}
