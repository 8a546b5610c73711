package io.curlake.sandbox.aws.cloud.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.Xml;
import java.util.Map;

/** Writes answers of the XML protocols as the model says. */
public final class XmlWriter {
    private final ApiModel model;

    public XmlWriter(ApiModel model) {
        this.model = model;
    }

    public Answer write(String operation, JsonNode answer) {
        JsonNode output = model.output(operation);
        return switch (model.protocol()) {
            case "ec2" ->
                Answer.xml(
                        200,
                        "<" + operation + "Response xmlns=\"http://ec2.amazonaws.com/doc/" + model.version() + "/\">"
                                + Xml.element("requestId", "sandbox") + members(output, answer) + "</" + operation
                                + "Response>");
            case "query" -> {
                String wrapper = model.operation(operation)
                        .path("output")
                        .path("resultWrapper")
                        .asText(operation + "Result");
                yield Answer.xml(
                        200,
                        "<" + operation + "Response xmlns=\"" + model.metadata("xmlNamespace") + "\"><" + wrapper + ">"
                                + members(output, answer) + "</" + wrapper
                                + "><ResponseMetadata><RequestId>sandbox</RequestId></ResponseMetadata></" + operation
                                + "Response>");
            }
            default -> Answer.xml(200, document(operation, output, answer));
        };
    }

    /** The body of REST is one member, where the model says so; else all of them below an element of their own. */
    private String document(String operation, JsonNode output, JsonNode answer) {
        if (operation.equals("GetBucketLocation")) {
            return Xml.element(
                    "LocationConstraint", answer.path("LocationConstraint").asText());
        }
        String payload = output.path("payload").asText();
        if (payload.isEmpty()) {
            String root = operation.equals("ListBuckets") ? "ListAllMyBucketsResult" : operation + "Output";
            return "<" + root + ">" + members(output, answer) + "</" + root + ">";
        }
        JsonNode member = output.path("members").path(payload);
        return element(member.path("locationName").asText(payload), member, answer.path(payload));
    }

    private String members(JsonNode structure, JsonNode value) {
        StringBuilder xml = new StringBuilder();
        for (Map.Entry<String, JsonNode> member : structure.path("members").properties()) {
            JsonNode item = value.path(member.getKey());
            if (!item.isMissingNode() && !item.isNull()) {
                xml.append(element(
                        member.getValue().path("locationName").asText(member.getKey()), member.getValue(), item));
            }
        }
        return xml.toString();
    }

    private String element(String name, JsonNode reference, JsonNode value) {
        JsonNode shape = model.target(reference);
        return switch (shape.path("type").asText()) {
            case "structure" -> "<" + name + attribute(shape, value) + ">" + members(shape, value) + "</" + name + ">";
            case "list" -> list(name, shape, value);
            default -> Xml.element(name, value.asText());
        };
    }

    /** S3 says in an attribute who a grant is for. */
    private static String attribute(JsonNode shape, JsonNode value) {
        return shape.path("members").path("Type").path("xmlAttribute").asBoolean()
                ? " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""
                        + value.path("Type").asText() + "\""
                : "";
    }

    private String list(String name, JsonNode shape, JsonNode value) {
        boolean isFlat = shape.path("flattened").asBoolean();
        JsonNode member = shape.path("member");
        String item = isFlat ? name : member.path("locationName").asText("member");
        StringBuilder items = new StringBuilder();
        value.forEach(each -> items.append(element(item, member, each)));
        return isFlat ? items.toString() : "<" + name + ">" + items + "</" + name + ">";
    }
}
