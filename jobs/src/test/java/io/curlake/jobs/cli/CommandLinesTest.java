package io.curlake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"laod, load", "lod, load", "reconsile, reconcile", "acount, accounts"})
    void anUnknownVerbIsRefusedWithTheNearestOne(String typed, String nearest) {
        assertUsage(
                TestCommand.run(typed),
                "Unmatched argument at index 0: '" + typed + "'\nDid you mean: " + nearest
                        + "?\nSee 'curlake --help'.\n");
    }

    @Test
    void aWordThatIsNearNothingGetsNoSuggestion() {
        assertUsage(TestCommand.run("publish"), "Unmatched argument at index 0: 'publish'\nSee 'curlake --help'.\n");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestOne() {
        assertUsage(
                TestCommand.run("load", "--perod", "2026-10"),
                "Unknown options: '--perod', '2026-10'\nDid you mean: --period?\nSee 'curlake load --help'.\n");
    }

    @Test
    void aMissingOptionIsRefused() {
        assertUsage(
                TestCommand.run("accounts", "connect", "000000000042"),
                "Missing required option: '--source=NAME'\nSee 'curlake accounts connect --help'.\n");
    }

    @Test
    void aVerbIsRequired() {
        assertUsage(TestCommand.run(), "Missing required subcommand\nSee 'curlake --help'.\n");
        assertUsage(TestCommand.run("accounts"), "Missing required subcommand\nSee 'curlake accounts --help'.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "reconcile", "accounts list"})
    void aMissingConfigurationIsRefused(String verb) {
        Path file = folder.resolve("none.yaml");

        assertUsage(
                TestCommand.run((verb + " --config " + file).split(" ")),
                "Cannot read configuration " + file
                        + ": there is no such file. Copy conf/curlake.yaml of the project and "
                        + "edit it, or name another with --config.\n");
    }

    @Test
    void aMistakeInTheConfigurationIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("curlake.yaml"), "warehouse: /tmp\nsorces: []\n");

        assertUsage(
                TestCommand.run("load", "--config", file.toString()),
                "Cannot read configuration " + file + ", line 1: key 'sources' must be a list.\n");
    }

    @Test
    void helpListsTheVerbs() {
        TestCommand help = TestCommand.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("sample ", "accounts ", "load ", "reconcile ");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theSettingsHoldForEveryVerb() {
        assertThat(Jobs.commandLine().getSubcommands().values())
                .allSatisfy(verb -> assertThat(verb.getUsageHelpWidth()).isEqualTo(100));
    }

    private static void assertUsage(TestCommand command, String err) {
        assertThat(command.err()).isEqualTo(err);
        assertThat(command.out()).isEmpty();
        assertThat(command.exitCode()).isEqualTo(2);
    }
}
