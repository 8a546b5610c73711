package io.curlake.jobs.table.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What the table's history says of a version.
 *
 * @param operation as {@code DESCRIBE HISTORY} shows it
 * @param parameters the operation's, each a JSON value
 * @param text free text, JSON of ours
 */
public record CommitNote(String operation, Map<String, String> parameters, String text) {
    public CommitNote {
        parameters = Map.copyOf(parameters);
    }

    ObjectNode action(long now) {
        ObjectNode action = Actions.object();
        ObjectNode info = action.putObject("commitInfo").put("timestamp", now).put("operation", operation);
        Actions.texts(info.putObject("operationParameters"), parameters);
        info.put("isBlindAppend", false).put("engineInfo", "curlake").put("userMetadata", text);
        return action;
    }
}
