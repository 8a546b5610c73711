package io.curlake.sandbox.aws.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report definition and what became of it: its last delivery and tags. */
public final class Report {
    private final String account;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private ObjectNode definition;
    private String lastStatus = "";
    private String lastDelivery = "";

    Report(String account, ObjectNode definition) {
        this.account = account;
        this.definition = definition;
    }

    public String account() {
        return account;
    }

    public String name() {
        return definition.path("ReportName").asText();
    }

    /** What was asked for at the last creation or change, as JSON. */
    public ObjectNode definition() {
        return definition.deepCopy();
    }

    /** Tags by key; to read and to set. */
    public Map<String, String> tags() {
        return tags;
    }

    /**
     * Sets the last delivery; each may be "" to be left out.
     *
     * @param status {@code SUCCESS}, {@code ERROR_PERMISSIONS}, {@code ERROR_NO_BUCKET} or any other text
     * @param time {@code 20240417T190636Z}
     */
    public Report delivered(String status, String time) {
        lastStatus = status;
        lastDelivery = time;
        return this;
    }

    void update(ObjectNode newDefinition) {
        definition = newDefinition;
    }

    /** The definition as the service shows it. */
    ObjectNode shown() {
        ObjectNode shown = definition();
        if (!lastStatus.isEmpty() || !lastDelivery.isEmpty()) {
            ObjectNode status = shown.putObject("ReportStatus");
            if (!lastDelivery.isEmpty()) {
                status.put("lastDelivery", lastDelivery);
            }
            if (!lastStatus.isEmpty()) {
                status.put("lastStatus", lastStatus);
            }
        }
        return shown;
    }
}
