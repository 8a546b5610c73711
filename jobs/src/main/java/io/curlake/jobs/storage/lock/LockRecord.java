package io.curlake.jobs.storage.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * What a generation of the lock says for ever: who took it and when.
 *
 * @param id differs between any two takings, so that a writer knows its own record
 */
record LockRecord(LockOwner owner, Instant since, Instant expires, String id) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static LockRecord of(LockOwner owner, Instant since, Instant expires) {
        return new LockRecord(owner, since, expires, UUID.randomUUID().toString());
    }

    byte[] json() throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("verb", owner.verb())
                .put("user", owner.user())
                .put("host", owner.host())
                .put("machine", owner.machine())
                .put("process", owner.process())
                .put("started", owner.started())
                .put("since", since.toString())
                .put("expires", expires.toString())
                .put("id", id);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    static LockRecord parse(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        LockOwner owner = new LockOwner(
                json.required("verb").asText(),
                json.required("user").asText(),
                json.required("host").asText(),
                json.required("machine").asText(),
                json.required("process").asLong(),
                json.required("started").asLong());
        return new LockRecord(
                owner,
                Instant.parse(json.required("since").asText()),
                Instant.parse(json.required("expires").asText()),
                json.required("id").asText());
    }
}
