package io.curlake.provisioning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty statements of others, written in any way, before and after ours are merged. */
class ForeignStatementsSurviveTest {
    private static final List<Statement> OURS =
            DeliveryStatements.of(Partition.AWS, new AccountId("111122223333"), "acme-billing", ExportKind.DATA_EXPORT);
    private static final List<Statement> OLDER =
            DeliveryStatements.of(Partition.AWS, new AccountId("111122223333"), "acme-old", ExportKind.DATA_EXPORT);

    static List<Long> seeds() {
        return LongStream.range(0, 200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAppendedIsInsertedInOnePlace(long seed) {
        Written written = Written.of(new RandomPolicies(seed), List.of());
        PolicyDocument before = PolicyDocument.parse(written.text());

        PolicyDocument after = before.with(OURS);

        int place = written.text().lastIndexOf(written.foreign().get(19))
                + written.foreign().get(19).length();
        assertThat(after.json()).startsWith(written.text().substring(0, place) + ",");
        assertThat(after.json()).endsWith(written.text().substring(place));
        assertThat(texts(after).subList(0, 20)).isEqualTo(written.foreign());
        assertThat(after.statements().subList(20, 22))
                .allMatch(own -> OURS.stream().anyMatch(own::meansTheSameAs));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ourOlderStatementsAreReplacedAmongForeignOnesThatStayByteForByte(long seed) {
        Written written = Written.of(new RandomPolicies(seed), OLDER);

        PolicyDocument after = PolicyDocument.parse(written.text()).with(OURS);

        String expected = written.text();
        for (int i = 0; i < OURS.size(); i++) {
            Statement.Layout layout =
                    written.text().contains("\n") ? Statement.Layout.LINES : Statement.Layout.ONE_LINE;
            expected = expected.replace(written.ours().get(i), OURS.get(i).text(layout));
        }
        assertThat(after.json()).isEqualTo(expected);
        assertThat(texts(after)).containsSubsequence(written.foreign());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingTwiceChangesNothing(long seed) {
        PolicyDocument once = PolicyDocument.parse(
                        Written.of(new RandomPolicies(seed), OLDER).text())
                .with(OURS);

        assertThat(once.with(OURS).json()).isEqualTo(once.json());
        assertThat(PolicyChange.of(once, OURS).isNone()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDocumentThatIsStoredInAnotherFormMeansTheSame(long seed) throws Exception {
        RandomPolicies policies = new RandomPolicies(seed);
        PolicyDocument written = PolicyDocument.parse(Written.of(policies, OURS).text());

        JsonNode stored = policies.storedLike(PolicyJson.MAPPER.readTree(written.json()));
        PolicyDocument readBack = PolicyDocument.parse(policies.written(stored));

        assertThat(readBack.meansTheSameAs(written)).isTrue();
        assertThat(readBack.with(OURS).json()).isEqualTo(readBack.json());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDocumentWithAnotherEffectSomewhereDoesNot(long seed) throws Exception {
        RandomPolicies policies = new RandomPolicies(seed);
        PolicyDocument written = PolicyDocument.parse(Written.of(policies, OURS).text());

        ObjectNode changed = (ObjectNode) PolicyJson.MAPPER.readTree(written.json());
        ObjectNode one = (ObjectNode) changed.get("Statement").get((int) (seed % 20));
        one.put("Effect", one.path("Effect").asText().equals("Deny") ? "Allow" : "Deny");

        assertThat(PolicyDocument.parse(policies.written(changed)).meansTheSameAs(written))
                .isFalse();
    }

    private static List<String> texts(PolicyDocument document) {
        return document.statements().stream().map(Statement::text).toList();
    }

    /** A document, and the texts of the statements in it. */
    private record Written(String text, List<String> foreign, List<String> ours) {
        static Written of(RandomPolicies policies, List<Statement> own) {
            List<String> foreign =
                    policies.statements(20).stream().map(policies::written).toList();
            List<String> ours = new ArrayList<>();
            List<String> all = new ArrayList<>(foreign);
            for (Statement statement : own) {
                String text = policies.written(tree(statement));
                ours.add(text);
                all.add(7, text);
            }
            String text = policies.space() + "{\"Version\"" + policies.space() + ":\"2012-10-17\",\"Statement\":["
                    + String.join("," + policies.space(), all) + policies.space() + "],\"Id\":\"a ] }\"}"
                    + policies.space();
            return new Written(text, foreign, ours);
        }

        private static JsonNode tree(Statement statement) {
            try {
                return PolicyJson.MAPPER.readTree(statement.text());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
