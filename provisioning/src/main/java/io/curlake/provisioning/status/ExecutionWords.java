package io.curlake.provisioning.status;

import io.curlake.provisioning.catalog.ExportExecution;

/** The state of an execution in plain words. */
final class ExecutionWords {
    private ExecutionWords() {}

    static String of(ExportExecution execution) {
        String state = switch (execution.code()) {
            case "INITIATION_IN_PROCESS" -> "is being started";
            case "QUERY_QUEUED" -> "waits for its query";
            case "QUERY_IN_PROCESS" -> "queries the bill";
            case "QUERY_FAILURE" -> "failed at its query";
            case "DELIVERY_IN_PROCESS" -> "writes to the bucket";
            case "DELIVERY_SUCCESS" -> "has delivered";
            case "DELIVERY_FAILURE" -> "failed to write to the bucket";
            case "" -> "is in a state that AWS does not tell";
            default -> "is in state '" + execution.code() + "', which this version does not know";
        };
        return state + execution.reason().map(ExecutionWords::because).orElse("");
    }

    private static String because(String reason) {
        return switch (reason) {
            case "INSUFFICIENT_PERMISSION" -> ": AWS may not write to the bucket";
            case "BILL_OWNER_CHANGED" -> ": another account pays the bill now";
            case "INTERNAL_FAILURE" -> ": AWS failed";
            case "DEPRECATED" -> ": AWS has given up what this export selects";
            default -> ": " + reason;
        };
    }
}
