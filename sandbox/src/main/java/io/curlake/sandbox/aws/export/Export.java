package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An export and what became of it: its status, executions and tags. */
public final class Export {
    private final String arn;
    private final String account;
    private final Instant created = Instant.now();
    private final List<Execution> executions = new CopyOnWriteArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private ObjectNode definition;
    private Instant updated = created;
    private String status = "HEALTHY";
    private String reason = "";
    private String refreshed = "";

    Export(String arn, String account, ObjectNode definition) {
        this.arn = arn;
        this.account = account;
        this.definition = definition;
    }

    public String arn() {
        return arn;
    }

    public String account() {
        return account;
    }

    public String name() {
        return definition.path("Name").asText();
    }

    /** What was asked for at the last creation or update, as JSON. */
    public ObjectNode definition() {
        return definition.deepCopy();
    }

    /** Tags by key; to read and to set. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Sets the status to any text, also to one that no client knows. */
    public Export status(String code) {
        return status(code, "");
    }

    /** Sets the status and why: {@code UNHEALTHY}, {@code INSUFFICIENT_PERMISSION}. */
    public Export status(String code, String why) {
        status = code;
        reason = why;
        return this;
    }

    /** Sets when a delivery was last refreshed; "" for never. */
    public Export refreshedAt(String time) {
        refreshed = time;
        return this;
    }

    /** Adds an execution in any state, with a definition as it is now; the newest comes first. */
    public Execution addExecution(String code) {
        Execution execution = new Execution(UUID.randomUUID().toString(), definition(), code);
        executions.add(0, execution);
        return execution;
    }

    /** The newest first. */
    public List<Execution> executions() {
        return List.copyOf(executions);
    }

    /** The execution of an id. */
    Execution execution(String id) {
        return executions.stream()
                .filter(execution -> execution.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    void update(ObjectNode newDefinition) {
        definition = newDefinition;
        updated = Instant.now();
    }

    String table() {
        return Query.of(definition).table();
    }

    ObjectNode statusJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("StatusCode", status);
        if (!reason.isEmpty()) {
            json.put("StatusReason", reason);
        }
        if (!refreshed.isEmpty()) {
            json.put("LastRefreshedAt", refreshed);
        }
        return json.put("CreatedAt", created.toString()).put("LastUpdatedAt", updated.toString());
    }
}
