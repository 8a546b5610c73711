package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.sandbox.aws.wire.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a request breaks of its model. A value of the wrong type ends the check, as the parser of AWS does. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** A constraint that a value breaks. */
    void constraint(String at, JsonNode value, String constraint) {
        String shown = value.isNull() || value.isMissingNode() ? "Value" : "Value '" + value.asText() + "'";
        all.add(new Finding(at, shown + " at '" + at + "' failed to satisfy constraint: " + constraint));
    }

    /** A member that the model does not know. AWS itself overlooks most of them; a test should not. */
    void unknown(String at) {
        all.add(new Finding(at, "Member '" + at + "' is not known"));
    }

    static AwsError wrongType(JsonNode value, String wanted) {
        return AwsError.refused(
                "SerializationException",
                switch (value.getNodeType()) {
                    case STRING -> "STRING_VALUE can not be converted to " + wanted;
                    case NUMBER -> "NUMBER_VALUE can not be converted to " + wanted;
                    case BOOLEAN -> "BOOLEAN_VALUE can not be converted to " + wanted;
                    case ARRAY -> "Start of list found where not expected";
                    case OBJECT, POJO -> "Start of structure or map found where not expected.";
                    case NULL, MISSING, BINARY -> "Unexpected null where " + wanted + " is expected";
                });
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    /** "2 validation errors detected: …; …" */
    String message() {
        return all.size() + " validation error" + (all.size() == 1 ? "" : "s") + " detected: "
                + all.stream().map(Finding::message).collect(Collectors.joining("; "));
    }

    record Finding(String field, String message) {}
}
