package io.curlake.provisioning.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.curlake.provisioning.aws.Denied;
import java.util.List;

/** The calls that AWS denied, each with the statement that an administrator adds. */
public final class DenialReport {
    private DenialReport() {}

    /** Lines, each ending; "" where nothing was denied. */
    public static String of(List<Denied> denied) {
        if (denied.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("AWS denied " + denied.size() + " of the calls:\n");
        for (Denied call : denied) {
            text.append("  " + call.permission().action() + " on "
                    + call.permission().resource() + ", to " + call.what() + ". Add: "
                    + call.permission().statement() + "\n");
        }
        return text.toString();
    }

    public static ArrayNode json(List<Denied> denied) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Denied call : denied) {
            array.addObject()
                    .put("what", call.what())
                    .put("action", call.permission().action())
                    .put("resource", call.permission().resource())
                    .put("statement", call.permission().statement());
        }
        return array;
    }
}
