package io.curlake.provisioning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {
    @Test
    void aChangeShowsWhatStaysWhatComesAndWhatItReplaces() {
        PolicyDocument present = PolicyDocument.parse("""
                {"Statement": [
                  {"Sid": "Audit", "Effect": "Allow"},
                  {"Sid": "Write", "Effect": "Deny"},
                  {"Effect": "Deny"}
                ]}""");

        PolicyChange change = PolicyChange.of(present, List.of(allow("Write"), allow("Check")));

        assertThat(change.lines())
                .containsExactly(
                        "= statement 'Audit'",
                        "= a statement without a Sid",
                        "~ statement 'Write'",
                        "  - {\"Sid\": \"Write\", \"Effect\": \"Deny\"}",
                        "  + {",
                        "  +   \"Sid\": \"Write\",",
                        "  +   \"Effect\": \"Allow\"",
                        "  + }",
                        "+ statement 'Check'",
                        "    {",
                        "      \"Sid\": \"Check\",",
                        "      \"Effect\": \"Allow\"",
                        "    }");
        assertThat(change.isNone()).isFalse();
    }

    @Test
    void aPolicyThatSaysItAllIsNotChanged() {
        PolicyDocument present = PolicyDocument.parse("{\"Statement\": {\"Effect\": \"Allow\", \"Sid\": \"Write\"}}");

        PolicyChange change = PolicyChange.of(present, List.of(allow("Write")));

        assertThat(change.isNone()).isTrue();
        assertThat(change.lines()).containsExactly("= statement 'Write'");
    }

    private static Statement allow(String sid) {
        ObjectNode tree = PolicyJson.nodes().objectNode();
        return Statement.of(tree.put("Sid", sid).put("Effect", "Allow"));
    }
}
