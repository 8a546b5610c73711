package io.curlake.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.ConnectionClosedException;
import org.junit.jupiter.api.Test;

/** A body that S3 cuts off is read again; nothing else is. */
class CutOffFileTest {
    private static final Map<String, Integer> READ = new ConcurrentHashMap<>();

    @Test
    void aFileThatWasCutOffIsReadAgain() {
        assertThat(new FileTasks(TestSpark.session(), "test").run(List.of("a", "b"), file -> 1, file -> {
                    if (READ.merge(file, 1, Integer::sum) < 3) {
                        throw new IllegalStateException(new ConnectionClosedException("Premature end"));
                    }
                    return file + READ.get(file);
                }))
                .containsExactly("a3", "b3");
    }

    @Test
    void whatIsBrokenOtherwiseIsNotReadAgain() {
        assertThatThrownBy(() -> new FileTasks(TestSpark.session(), "test").run(List.of("c"), file -> 1, file -> {
                    throw new IllegalStateException("no Parquet, read " + READ.merge(file, 1, Integer::sum));
                }))
                .hasMessageContaining("no Parquet, read 1");
        assertThat(READ).containsEntry("c", 1);
    }
}
