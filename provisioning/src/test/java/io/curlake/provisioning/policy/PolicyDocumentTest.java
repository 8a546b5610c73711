package io.curlake.provisioning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    private static final Statement OURS = statement("Ours", "s3:PutObject");
    private static final String OURS_ON_ONE_LINE =
            "{\"Sid\":\"Ours\",\"Effect\":\"Allow\",\"Action\":\"s3:PutObject\"}";

    @Test
    void aBucketWithoutAPolicyGetsOneOfTheNewVersion() {
        assertThat(PolicyDocument.empty().with(List.of(OURS)).json()).isEqualTo("""
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "Ours",
                              "Effect": "Allow",
                              "Action": "s3:PutObject"
                            }
                          ]
                        }""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"Statement\":[]}                            | {\"Statement\":[OURS]}",
                "{\"Statement\":[ ]}                           | {\"Statement\":[ OURS]}",
                "{}                                            | {\"Statement\":[OURS]}",
                "{ \"Id\" : \"x\" }                            | { \"Id\" : \"x\" ,\"Statement\":[OURS]}",
                "{\"Statement\":{\"Sid\" :\"A\"},\"Id\":\"x\"} | {\"Statement\":[{\"Sid\" :\"A\"},OURS],\"Id\":\"x\"}",
                "{\"Statement\":[{\"Sid\":  \"A\"} ]}          | {\"Statement\":[{\"Sid\":  \"A\"},OURS ]}",
                "{\"Statement\":[{\"Sid\":\"Ours\"},{}]}       | {\"Statement\":[OURS,{}]}",
                "{\"Statement\":{\"Sid\":\"Ours\"}}            | {\"Statement\":OURS}",
                "{\"Statement\":[{\"Sid\":\"ours\"}]}          | {\"Statement\":[{\"Sid\":\"ours\"},OURS]}",
                "{\"Statement\":[{\"A\":\"} , ]\\\\\\\"{\"}]}  | {\"Statement\":[{\"A\":\"} , ]\\\\\\\"{\"},OURS]}",
                "{\"X\":{\"Statement\":[{}]},\"Statement\":[]} | {\"X\":{\"Statement\":[{}]},\"Statement\":[OURS]}"
            })
    void ourStatementGoesWhereItsSidStandsOrToTheEnd(String before, String after) {
        assertThat(PolicyDocument.parse(before).with(List.of(OURS)).json())
                .isEqualTo(after.replace("OURS", OURS_ON_ONE_LINE));
    }

    @Test
    void aSingleStatementThatIsOursIsReplacedWhileAnotherIsAppended() {
        Statement second = statement("Second", "s3:GetBucketPolicy");

        PolicyDocument merged =
                PolicyDocument.parse("{\"Statement\": {\"Sid\": \"Ours\"} }").with(List.of(second, OURS));

        assertThat(merged.json())
                .isEqualTo("{\"Statement\": [" + OURS_ON_ONE_LINE
                        + ",{\"Sid\":\"Second\",\"Effect\":\"Allow\",\"Action\":\"s3:GetBucketPolicy\"}] }");
    }

    @Test
    void aStatementThatMeansTheSameKeepsItsText() {
        String json = "{\"Statement\":[{\"Action\": [\"S3:putobject\"], \"Effect\":\"Allow\" , \"Sid\":\"Ours\"}]}";

        assertThat(PolicyDocument.parse(json).with(List.of(OURS)).json()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "null",
                "",
            })
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> PolicyDocument.parse(json))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read the policy: it is no JSON object. Look at it in the S3 console, or with 'aws "
                        + "s3api get-bucket-policy', and correct it there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"Statement\": \"Allow\"}     | its Statement is neither a list nor an object",
                "{\"Statement\": null}          | its Statement is neither a list nor an object",
                "{\"Statement\": [{}, \"x\"]}   | its statement 2 is no object",
                "{\"Id\": \"a\", \"Id\": \"b\"} | it is no JSON, at line 1: Duplicate field 'Id'",
                "{} {}                          | there is more text behind its end"
            })
    void aDocumentWhoseStatementsCannotBeToldApartIsRefused(String json, String reason) {
        assertThatThrownBy(() -> PolicyDocument.parse(json))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot read the policy: " + reason + ". Look at it");
    }

    @Test
    void aDocumentThatEndsEarlyIsRefused() {
        assertThatThrownBy(() -> PolicyDocument.parse("{\n\"Statement\": [{"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot read the policy: it is no JSON, at line 2: Unexpected end-of-input");
    }

    @Test
    void moreThanAwsTakesIsRefused() {
        assertThat(documentOf(10_100, 190).with(List.of(OURS)).bytes()).isEqualTo(20_480);
        assertThatThrownBy(() -> documentOf(10_100, 191).with(List.of(OURS)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(
                        "Cannot add the statements of the delivery to the bucket policy: it would have 20,481 bytes, "
                                + "AWS takes 20,480. Remove statements that nobody needs any more, or deliver to a bucket of "
                                + "its own.");
    }

    @Test
    void statementsAreFoundFarIntoALongText() {
        List<String> written = IntStream.range(0, 3_000)
                .mapToObj(i -> "{ \"Sid\": \"Größe" + i + "\", \"Effect\":\"Allow\" }")
                .toList();

        PolicyDocument document = PolicyDocument.parse("{\"Statement\": [" + String.join(" ,\n", written) + "]}");

        assertThat(document.bytes()).isGreaterThan(100_000);
        assertThat(document.statements()).extracting(Statement::text).isEqualTo(written);
    }

    @Test
    void twoOfOurStatementsNeverShareASid() {
        assertThatThrownBy(() -> PolicyDocument.empty().with(List.of(OURS, OURS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two statements of our own have the Sid of statement 'Ours'");
    }

    private static PolicyDocument documentOf(int lettersOfTwoBytes, int letters) {
        return PolicyDocument.parse("{\"Statement\":[{\"Sid\":\"" + "ä".repeat(lettersOfTwoBytes) + "\"}],\"Id\":\""
                + "x".repeat(letters) + "\"}");
    }

    private static Statement statement(String sid, String action) {
        ObjectNode tree = PolicyJson.nodes().objectNode();
        tree.put("Sid", sid).put("Effect", "Allow").put("Action", action);
        return Statement.of(tree);
    }
}
