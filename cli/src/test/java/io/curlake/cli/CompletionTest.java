package io.curlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell offers at the tab key, asked of bash itself. */
class CompletionTest {
    @TempDir
    Path folder;

    @Test
    void verbsAndOptionsAreCompleted() throws IOException, InterruptedException {
        assertThat(offered("curlake", "lo")).containsExactly("load");
        assertThat(offered("curlake", "accounts", "conn")).containsExactly("connect");
        assertThat(offered("curlake", "load", "--per")).containsExactly("--period");
        assertThat(offered("curlake", "")).contains("run", "doctor", "sql", "warm-up");
    }

    private List<String> offered(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("completion"),
                Typed.run(List.of("generate-completion")).out());
        String ask = "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_curlake; printf '%%s\\n' \"${COMPREPLY[@]}\""
                .formatted(script, "'" + String.join("' '", words) + "'", words.length - 1);
        // Outside of a completion bash says on stderr that it is none.
        Process bash = new ProcessBuilder("bash", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(answer).isZero();
        return answer.lines().map(String::strip).toList();
    }
}
