package io.curlake.provisioning.policy.deny;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.provisioning.policy.Statement;
import io.curlake.provisioning.policy.Texts;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a statement is about a service: by name, or because it is about everyone, or about all but some. */
public final class Principals {
    private Principals() {}

    public static Truth of(Statement statement, String service) {
        JsonNode named = statement.element("Principal");
        JsonNode except = statement.element("NotPrincipal");
        if (named.isMissingNode() == except.isMissingNode()) {
            return Truth.UNKNOWN;
        }
        return named.isMissingNode() ? hold(except, service).not() : hold(named, service);
    }

    private static Truth hold(JsonNode principals, String service) {
        if (!principals.isObject()) {
            return Truth.any(Texts.of(principals).stream().map(one -> Truth.of(one.equals("*"))));
        }
        return Truth.any(principals.properties().stream().flatMap(kind -> ofKind(kind, service)));
    }

    private static Stream<Truth> ofKind(Map.Entry<String, JsonNode> kind, String service) {
        Stream<String> names = Texts.of(kind.getValue()).stream();
        return switch (kind.getKey()) {
            // Everyone; an account, a user or a role is never the service.
            case "AWS" -> names.map(name -> Truth.of(name.equals("*")));
            // In China services may carry the suffix of the partition.
            case "Service" ->
                names.map(Glob::likeInAnyCase)
                        .flatMap(name -> Stream.of(name.matches(service), name.matches(service + ".cn")));
            case "Federated", "CanonicalUser" -> Stream.of(Truth.FALSE);
            default -> Stream.of(Truth.UNKNOWN);
        };
    }
}
