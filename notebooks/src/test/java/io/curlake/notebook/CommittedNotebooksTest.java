package io.curlake.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.jobs.table.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the notebooks as they are committed: no results in them, nothing that only works by chance. */
class CommittedNotebooksTest {
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(?:Notebook|Dataset<Row>|BigDecimal|String|int) (\\w+) *=");
    private static final Pattern ASKED = Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)");
    private static final Pattern NAMED_IN_SQL =
            Pattern.compile("(?i)(?:TEMPORARY VIEW|WITH|,)\\s+(\\w+)\\s+AS\\s+(?=\\(|SELECT|WITH)");
    private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\".*?\"\"\"");

    static List<NotebookFile> all() {
        return NotebookFile.all();
    }

    static List<NotebookFile> inJava() {
        return NotebookFile.inJava();
    }

    @Test
    void thereAreSixInJavaAndOneInPython() {
        assertThat(NotebookFile.all())
                .extracting(NotebookFile::name)
                .containsExactly(
                        "1-where-are-we-spending",
                        "1-where-are-we-spending-pyspark",
                        "2-allocation",
                        "3-commitments",
                        "4-unconnected-accounts",
                        "5-restatements",
                        "6-resources-and-waste");
        assertThat(NotebookFile.inJava()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noOutputIsCommitted(NotebookFile notebook) {
        assertThat(notebook.cells("code")).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.path("outputs"))
                    .as("outputs of cell %s", cell.path("id"))
                    .isEmpty();
            assertThat(cell.path("execution_count").isNull())
                    .as("no execution count in cell %s", cell.path("id"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCellHasAnIdOfItsOwn(NotebookFile notebook) {
        List<String> ids = notebook.content().path("cells").findValuesAsText("id");

        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(notebook.content().path("cells"));
    }

    /** A later import makes the kernel forget the values of variables. */
    @ParameterizedTest
    @MethodSource("inJava")
    void importsStandInTheFirstCellAndParametersInTheNext(NotebookFile notebook) {
        List<String> code = notebook.code();

        assertThat(code.get(0).lines()).allMatch(line -> line.startsWith("import "));
        assertThat(code.get(1)).startsWith("// Parameters.").contains("String warehouse = ");
        assertThat(code.subList(1, code.size())).noneMatch(cell -> cell.contains("import "));
    }

    /** All six run in one kernel in the tests: a variable of another notebook would be there by chance. */
    @ParameterizedTest
    @MethodSource("inJava")
    void everyVariableIsDeclaredInTheNotebookThatUsesIt(NotebookFile notebook) {
        Set<String> foreign = NotebookFile.inJava().stream()
                .flatMap(other -> names(DECLARED, String.join("\n", other.code())).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String code = String.join("\n", notebook.code());
        foreign.removeAll(names(DECLARED, code));

        assertThat(names(
                        Pattern.compile("(\\w+)"),
                        TEXT_BLOCK
                                .matcher(code)
                                .replaceAll("\"\"")
                                .replaceAll("\"[^\"\n]*\"", "\"\"")
                                .replaceAll("//.*", "")))
                .doesNotContainAnyElementsOf(foreign);
    }

    @ParameterizedTest
    @MethodSource("inJava")
    void everyTableIsOpenedBeforeItIsAsked(NotebookFile notebook) {
        String code = String.join("\n", notebook.code());
        String opened = code.substring(code.indexOf("Notebook.open("));
        Set<String> known = names(Pattern.compile("\"(\\w+)\""), opened.substring(0, opened.indexOf(")")));
        known.add(TableName.RECONCILIATION.tableName());
        Set<String> asked = names(ASKED, code);
        asked.removeAll(known);
        asked.removeAll(names(NAMED_IN_SQL, code));

        assertThat(asked).isEmpty();
        assertThat(known)
                .isSubsetOf(Arrays.stream(TableName.values())
                        .map(TableName::tableName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLinkLeadsToAFile(NotebookFile notebook) {
        assertThat(notebook.cells("markdown").stream()
                        .map(JsonNode::toString)
                        .flatMap(text -> names(Pattern.compile("]\\(([^)#]+)"), text).stream()))
                .allSatisfy(
                        link -> assertThat(NotebookFile.FOLDER.resolve(link)).exists());
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
