package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text: how long, of which form, one of which values ({@code values} empty: any). */
record Text(Bounds length, Optional<Pattern> form, List<String> values) implements Shape {
    @Override
    public void check(String at, JsonNode value, Findings findings) {
        if (!value.isTextual()) {
            throw Findings.wrongType(value, "a String");
        }
        String text = value.textValue();
        if (!values.isEmpty() && !values.contains(text)) {
            findings.constraint(at, value, "Member must satisfy enum value set: " + values);
        }
        length.breach(text.codePointCount(0, text.length()), "length")
                .ifPresent(breach -> findings.constraint(at, value, breach));
        form.filter(pattern -> !pattern.matcher(text).matches())
                .ifPresent(pattern -> findings.constraint(
                        at, value, "Member must satisfy regular expression pattern: " + pattern.pattern()));
    }
}
