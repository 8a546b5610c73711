package io.curlake.sandbox.aws.identity;

import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Protocol;
import io.curlake.sandbox.aws.wire.Service;
import io.curlake.sandbox.aws.wire.Xml;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The service sts: GetCallerIdentity and AssumeRole. */
public final class Sts implements Service {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final Keys keys;
    private final Roles roles;

    public Sts(Keys keys, Roles roles) {
        this.keys = keys;
        this.roles = roles;
    }

    @Override
    public String name() {
        return "sts";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public String operation(Call call) {
        String action = parameters(call).getOrDefault("Action", "");
        if (!action.equals("GetCallerIdentity") && !action.equals("AssumeRole")) {
            throw AwsError.refused("InvalidAction", "Could not find operation " + action + " for version 2011-06-15");
        }
        return action;
    }

    @Override
    public String action(String operation) {
        return "sts:" + operation;
    }

    @Override
    public String resource(String operation, Call call, Caller caller) {
        return parameters(call).getOrDefault("RoleArn", "*");
    }

    @Override
    public String internalError() {
        return "InternalFailure";
    }

    @Override
    public AwsError quotaExceeded() {
        return protocol().throttled();
    }

    @Override
    public Answer answer(String operation, Call call, Caller caller) {
        Map<String, String> parameters = parameters(call);
        StsRules.check(operation, parameters);
        return operation.equals("AssumeRole") ? assumeRole(parameters, caller) : identity(caller);
    }

    private static Answer identity(Caller caller) {
        return answer(
                "GetCallerIdentity",
                Xml.element("UserId", caller.accessKey() + ":sandbox")
                        + Xml.element("Account", caller.account())
                        + Xml.element("Arn", caller.arn()));
    }

    private Answer assumeRole(Map<String, String> parameters, Caller caller) {
        String role = parameters.getOrDefault("RoleArn", "");
        if (!roles.allow(role, Optional.ofNullable(parameters.get("ExternalId")))) {
            throw protocol()
                    .denied("User: " + caller.arn() + " is not authorized to perform: sts:AssumeRole on resource: "
                            + role);
        }
        String[] parts = role.split(":", -1);
        String session = role.substring(role.lastIndexOf('/') + 1) + "/" + parameters.get("RoleSessionName");
        String arn = "arn:" + parts[1] + ":sts::" + parts[4] + ":assumed-role/" + session;
        String key = keys.open(new Keys.Session(parts[4], arn));
        long seconds = Long.parseLong(parameters.getOrDefault("DurationSeconds", "3600"));
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds)).truncatedTo(ChronoUnit.SECONDS);
        return answer(
                "AssumeRole",
                "<Credentials>" + Xml.element("AccessKeyId", key) + Xml.element("SecretAccessKey", "assumed-secret")
                        + Xml.element("SessionToken", "session-of-" + key) + Xml.element("Expiration", end.toString())
                        + "</Credentials><AssumedRoleUser>" + Xml.element("Arn", arn)
                        + Xml.element("AssumedRoleId", key + ":" + parameters.get("RoleSessionName"))
                        + "</AssumedRoleUser>");
    }

    private static Map<String, String> parameters(Call call) {
        return call.method().equals("POST") ? call.form() : call.parameters();
    }

    private static Answer answer(String operation, String result) {
        return Answer.xml(
                200,
                "<" + operation + "Response xmlns=\"" + NAMESPACE + "\"><" + operation + "Result>" + result + "</"
                        + operation + "Result><ResponseMetadata><RequestId>sandbox</RequestId></ResponseMetadata></"
                        + operation + "Response>");
    }
}
