package io.curlake.jobs.run.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.history.Change.Kind;
import io.curlake.jobs.finding.Rules;
import io.curlake.jobs.run.TablePage;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.resource.ResourceType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of discovery say what its tables are, and leave out no type, attribute, metric or rule. */
class DiscoveryPagesTest {
    @TempDir
    private static Path folder;

    private static TestWarehouse warehouse;

    @BeforeAll
    static void tablesAreThere() {
        warehouse = TestWarehouse.in(folder);
        TablePage.register(warehouse);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOURCE", "RESOURCE_CHANGE", "RESOURCE_COST", "DISCOVERY_RUN", "RECOMMENDATION"})
    void aPageNamesEveryColumnAndTwoQueriesThatRun(TableName table) {
        TablePage page = TablePage.of(table);

        page.requireEveryColumn();
        page.requireQueriesThatRun(warehouse.warehouse().spark());
        page.requireALineInTheIndex();
        assertThat(page.text()).contains("**Grain.**", "**Key.**", "**Written**", "**Invariant.**");
    }

    @ParameterizedTest
    @EnumSource
    void theTypeHasItsAttributes(ResourceType type) {
        assertThat(TablePage.of(TableName.RESOURCE).text()).contains("\n| `" + type.word() + "` |");
        assertThat(TablePage.document("discovery.md")).containsPattern("\\b" + type.word() + "\\b");
    }

    @ParameterizedTest
    @EnumSource
    void theAttributeIsOfAType(Attribute attribute) {
        assertThat(TablePage.of(TableName.RESOURCE).text()).contains("`" + attribute.key() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void theMetricIsOfAType(Metric metric) {
        assertThat(TablePage.of(TableName.RESOURCE).text()).contains("`" + metric.key() + "`");
    }

    @Test
    void wordsOfOutcomesAndChangesAreExplained() {
        assertThat(Arrays.stream(Status.values()).map(Status::word))
                .allSatisfy(word ->
                        assertThat(TablePage.of(TableName.DISCOVERY_RUN).text()).contains("`" + word + "`"));
        assertThat(Arrays.stream(Kind.values()).map(Kind::word))
                .allSatisfy(word -> assertThat(
                                TablePage.of(TableName.RESOURCE_CHANGE).text())
                        .contains("`" + word + "`"));
    }

    @Test
    void everyRuleHasAChapterAndNoOther() {
        Set<String> chapters = Pattern.compile("^### (\\S+)$", Pattern.MULTILINE)
                .matcher(TablePage.document("findings.md"))
                .results()
                .map(chapter -> chapter.group(1))
                .collect(Collectors.toSet());

        assertThat(chapters).isEqualTo(Rules.names());
    }

    @Test
    void queriesOfFindingsRun() {
        TablePage.requireQueriesThatRun(
                TablePage.document("findings.md"), warehouse.warehouse().spark());
    }
}
