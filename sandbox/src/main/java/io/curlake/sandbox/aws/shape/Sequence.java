package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of one shape. */
record Sequence(Reference member, Bounds size) implements Shape {
    @Override
    public void check(String at, JsonNode value, Findings findings) {
        if (!value.isArray()) {
            throw Findings.wrongType(value, "a list");
        }
        size.breach(value.size(), "length").ifPresent(breach -> findings.constraint(at, value, breach));
        for (int i = 0; i < value.size(); i++) {
            member.shape().check(at + "." + (i + 1) + ".member", value.get(i), findings);
        }
    }
}
