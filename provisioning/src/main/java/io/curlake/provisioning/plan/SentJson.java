package io.curlake.provisioning.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The JSON of a request as the SDK sends it, by member name: members that were not set are left out. */
public final class SentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SentJson() {}

    public static String of(SdkPojo request) {
        return MAPPER.valueToTree(value(request)).toPrettyString();
    }

    public static JsonNode tree(SdkPojo request) {
        return MAPPER.valueToTree(value(request));
    }

    private static Object value(Object value) {
        if (value instanceof SdkPojo pojo) {
            return members(pojo);
        }
        if (value instanceof Map<?, ?> map) {
            // The SDK keeps no order of a map's keys.
            Map<String, Object> values = new TreeMap<>();
            map.forEach((key, member) -> values.put(String.valueOf(key), value(member)));
            return values;
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(SentJson::value).toList();
        }
        return value;
    }

    private static Map<String, Object> members(SdkPojo pojo) {
        Map<String, Object> members = new TreeMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            boolean isUnset = value == null || value.getClass().getName().contains("DefaultSdkAutoConstruct");
            if (!isUnset) {
                members.put(field.locationName(), value(value));
            }
        }
        return members;
    }
}
