package io.curlake.provisioning.policy.deny;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.provisioning.policy.Statement;
import io.curlake.provisioning.policy.Texts;
import java.util.function.Function;

/** Which actions and resources a statement is about. */
public final class Coverage {
    private Coverage() {}

    /** Whether it is about this action on this resource. */
    public static boolean of(Statement statement, String action, String resource) {
        return ofAction(statement, action) == Truth.TRUE
                && ofResource(statement, new Possibility.Text(resource)) == Truth.TRUE;
    }

    static Truth ofAction(Statement statement, String action) {
        String lower = Possibility.lower(action);
        return of(statement, "Action", named -> Glob.likeInAnyCase(named).matches(lower));
    }

    static Truth ofResource(Statement statement, Possibility resource) {
        return of(statement, "Resource", named -> resource.is(Glob.like(named)));
    }

    /** By the element or its opposite, like Action and NotAction; open where the statement has neither. */
    private static Truth of(Statement statement, String element, Function<String, Truth> matches) {
        JsonNode named = statement.element(element);
        JsonNode except = statement.element("Not" + element);
        if (named.isMissingNode() == except.isMissingNode()) {
            return Truth.UNKNOWN;
        }
        return named.isMissingNode()
                ? Truth.any(Texts.of(except).stream().map(matches)).not()
                : Truth.any(Texts.of(named).stream().map(matches));
    }
}
