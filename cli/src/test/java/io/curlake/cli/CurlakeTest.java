package io.curlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CurlakeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsEveryVerbAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "demo ",
                        "doctor ",
                        "sample ",
                        "export ",
                        "policy ",
                        "accounts ",
                        "load ",
                        "build ",
                        "discover ",
                        "reconcile ",
                        "diff ",
                        "stability ",
                        "maintain ",
                        "forecast ",
                        "anomaly ",
                        "budget ",
                        "showback ",
                        "report ",
                        "sql ",
                        "warm-up ")
                .contains("3   nothing delivered yet");
    }

    @Test
    void everyVerbHasHelp() {
        for (String verb : List.of(
                "demo",
                "doctor",
                "sample",
                "export",
                "policy",
                "accounts",
                "load",
                "build",
                "discover",
                "reconcile",
                "diff",
                "stability",
                "maintain",
                "forecast",
                "anomaly",
                "budget",
                "showback",
                "report",
                "sql",
                "help")) {
            assertThat(run(verb, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: curlake " + verb);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anUnknownVerbIsRefusedWithTheNearestOne() {
        assertThat(run("dmeo")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("Unmatched argument at index 0: 'dmeo'\nDid you mean: demo?\nSee 'curlake --help'.\n");
    }

    @Test
    void aDemoTooSmallForItsStoryIsRefused() {
        assertThat(run("demo", "--rows", "10")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("Cannot run the demo with 10 rows: it takes at least 1,000.\n");
    }

    @Test
    void anImportOfAccountsComesFromOnePlace() {
        String message = "Cannot import accounts: say from where. Add either --from-organization or --file; a CSV of "
                + "accounts to connect is for 'accounts connect --file'.\n";

        assertThat(run("accounts", "import")).isEqualTo(2);
        assertThat(run("accounts", "import", "--from-organization", "--file", "accounts.csv"))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo(message + message);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Curlake.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
