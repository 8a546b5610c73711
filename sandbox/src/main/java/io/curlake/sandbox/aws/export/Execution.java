package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One run of an export. */
public final class Execution {
    private final String id;
    private final ObjectNode export;
    private final Instant created = Instant.now();
    private String status;
    private String reason = "";
    private String createdAt;
    private String completedAt = "";

    Execution(String id, ObjectNode export, String status) {
        this.id = id;
        this.export = export;
        this.status = status;
        this.createdAt = created.toString();
    }

    public String id() {
        return id;
    }

    /** Sets the state to any text: {@code DELIVERY_SUCCESS}. */
    public Execution status(String code) {
        return status(code, "");
    }

    /** Sets the state and why. */
    public Execution status(String code, String why) {
        status = code;
        reason = why;
        return this;
    }

    /** Sets when it was begun; "" leaves the time out. */
    public Execution createdAt(String time) {
        createdAt = time;
        return this;
    }

    /** Sets when it was completed; "" for not yet. */
    public Execution completedAt(String time) {
        completedAt = time;
        return this;
    }

    ObjectNode export() {
        return export;
    }

    ObjectNode statusJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("StatusCode", status);
        if (!reason.isEmpty()) {
            json.put("StatusReason", reason);
        }
        if (!createdAt.isEmpty()) {
            json.put("CreatedAt", createdAt).put("LastUpdatedAt", createdAt);
        }
        if (!completedAt.isEmpty()) {
            json.put("CompletedAt", completedAt).put("LastUpdatedAt", completedAt);
        }
        return json;
    }
}
