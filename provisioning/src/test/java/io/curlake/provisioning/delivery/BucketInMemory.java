package io.curlake.provisioning.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bucket for tests: keys, contents and times as they are put. */
public final class BucketInMemory implements StoredObjects {
    private record Content(String text, Instant modified) {}

    private final Map<String, Content> objects = new TreeMap<>();

    public BucketInMemory put(String key, String text, String modified) {
        objects.put(key, new Content(text, Instant.parse(modified)));
        return this;
    }

    /** A manifest of Data Exports that names these keys of bucket 'acme-billing'. */
    public static String manifest(String executionId, String... keys) {
        return "{\"executionId\": \"" + executionId + "\", \"dataFiles\": ["
                + String.join(
                        ", ",
                        List.of(keys).stream()
                                .map(key -> "\"s3://acme-billing/" + key + "\"")
                                .toList())
                + "]}";
    }

    @Override
    public List<StoredObject> below(String prefix) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new StoredObject(
                        entry.getKey(),
                        entry.getValue().text().getBytes(StandardCharsets.UTF_8).length,
                        entry.getValue().modified()))
                .toList();
    }

    @Override
    public String text(String key) {
        Content content = objects.get(key);
        if (content == null) {
            throw new IllegalArgumentException("no object " + key);
        }
        return content.text();
    }
}
