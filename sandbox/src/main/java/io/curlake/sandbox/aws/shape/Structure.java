package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Named members, some of them required. */
record Structure(Set<String> required, Map<String, Reference> members) implements Shape {
    @Override
    public void check(String at, JsonNode value, Findings findings) {
        if (!value.isObject()) {
            throw Findings.wrongType(value, "a structure");
        }
        required.stream()
                .filter(name ->
                        value.path(name).isMissingNode() || value.path(name).isNull())
                .forEach(name -> findings.constraint(below(at, name), value.path(name), "Member must not be null"));
        value.properties().forEach(member -> {
            Reference shape = members.get(member.getKey());
            if (shape == null) {
                findings.unknown(below(at, member.getKey()));
            } else if (!member.getValue().isNull()) {
                shape.shape().check(below(at, member.getKey()), member.getValue(), findings);
            }
        });
    }

    /** AWS writes paths with small first letters. */
    private static String below(String at, String name) {
        String small = name.substring(0, Math.min(1, name.length())).toLowerCase(Locale.ROOT)
                + name.substring(Math.min(1, name.length()));
        return at.isEmpty() ? small : at + "." + small;
    }
}
