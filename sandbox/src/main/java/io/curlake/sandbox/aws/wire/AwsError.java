package io.curlake.sandbox.aws.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** An error that AWS would answer; each protocol writes it in its own way. */
public final class AwsError extends RuntimeException {
    private final int status;
    private final String code;
    private final transient ObjectNode members = JsonNodeFactory.instance.objectNode();
    private final transient Map<String, String> headers = new TreeMap<>();

    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A service's own refusal: HTTP 400. */
    public static AwsError refused(String code, String message) {
        return new AwsError(400, code, message);
    }

    /** Adds a member beside the message. */
    public AwsError with(String name, String value) {
        members.put(name, value);
        return this;
    }

    /** Adds a header to the answer. */
    public AwsError withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Members beside the message, to read and to add to. */
    public ObjectNode members() {
        return members;
    }

    /** As AWS JSON 1.1 writes it. */
    public Answer json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("__type", code).put("Message", getMessage()).setAll(members);
        return headed(Answer.json(status, body));
    }

    /** As S3 writes it. */
    public Answer s3() {
        StringBuilder body = new StringBuilder("<Error>")
                .append(Xml.element("Code", code))
                .append(Xml.element("Message", String.valueOf(getMessage())));
        members.properties()
                .forEach(member -> body.append(
                        Xml.element(member.getKey(), member.getValue().asText())));
        return headed(Answer.xml(
                status, body.append("<RequestId>sandbox</RequestId></Error>").toString()));
    }

    /** As the Query protocol writes it. */
    public Answer query(String namespace) {
        return headed(Answer.xml(
                status,
                "<ErrorResponse xmlns=\"" + namespace + "\"><Error><Type>" + (status < 500 ? "Sender" : "Receiver")
                        + "</Type>" + Xml.element("Code", code) + Xml.element("Message", String.valueOf(getMessage()))
                        + "</Error><RequestId>sandbox</RequestId></ErrorResponse>"));
    }

    /** As EC2 writes it. */
    public Answer ec2() {
        return headed(Answer.xml(
                status,
                "<Response><Errors><Error>" + Xml.element("Code", code)
                        + Xml.element("Message", String.valueOf(getMessage()))
                        + "</Error></Errors><RequestID>sandbox</RequestID></Response>"));
    }

    private Answer headed(Answer answer) {
        headers.forEach(answer::with);
        return answer;
    }
}
