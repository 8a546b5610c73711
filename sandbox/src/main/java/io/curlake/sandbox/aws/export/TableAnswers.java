package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.Page;

/** Answers about the tables that exports select from. */
final class TableAnswers {
    private TableAnswers() {}

    static JsonNode list(Page<Table> page) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        page.items().forEach(table -> {
            ObjectNode listed = answer.withArray("/Tables").addObject().put("TableName", table.name());
            ArrayNode properties = listed.putArray("TableProperties");
            table.properties().forEach((name, values) -> {
                ObjectNode property = properties.addObject().put("Name", name);
                values.forEach(value -> property.withArray("/ValidValues").add(value));
                if (!values.isEmpty()) {
                    property.put("DefaultValue", values.get(0));
                }
            });
        });
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    static JsonNode table(ObjectNode request) {
        String name = request.path("TableName").asText();
        Table table = Table.named(name)
                .orElseThrow(() -> ExportErrors.invalid("tableName", "Table " + name + " does not exist."));
        table.check(request.path("TableProperties"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("TableName", name);
        if (request.has("TableProperties")) {
            answer.set("TableProperties", request.path("TableProperties").deepCopy());
        }
        ArrayNode schema = answer.putArray("Schema");
        table.columns(request.path("TableProperties"))
                .forEach(column -> schema.addObject().put("Name", column.name()).put("Type", column.type()));
        return answer;
    }
}
