package io.curlake.provisioning.policy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/permissions.md explains each right of each policy, and none that no policy has. */
class PermissionsPageTest {
    private static final Path PAGE = Path.of("../docs/permissions.md");
    private static final Pattern ACTION = Pattern.compile("`([a-z0-9-]+:[A-Z][A-Za-z]+)`");

    @ParameterizedTest
    @EnumSource(PolicyPurpose.class)
    void theTableOfAPolicyHasItsRights(PolicyPurpose purpose) throws IOException {
        List<String> explained = ACTION.matcher(table(purpose))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(Stream.of("cur2-parquet", "legacy-csv")
                        .flatMap(format -> purpose.policy(TestScopes.most(format)).actions().stream())
                        .distinct()
                        .toList());
    }

    /** The lines of a table in the chapter that the policy's verb heads. */
    private static String table(PolicyPurpose purpose) throws IOException {
        String page = Files.readString(PAGE);
        String chapter = page.split("## `policy " + purpose + "`", -1)[1].split("\n## ", -1)[0];
        return String.join(
                "\n", chapter.lines().filter(line -> line.startsWith("| `")).toList());
    }
}
