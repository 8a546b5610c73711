package io.curlake.jobs.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalCreateTest {
    @TempDir
    static Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"local", "s3"})
    void anObjectThatExistsIsNeverReplaced(String store) throws IOException {
        Storage storage = storage(store);
        ConditionalCreate creates = new ConditionalCreate(storage);
        String uri = uri(store, "never: replaced/a b.json");

        creates.create(uri, "first".getBytes(UTF_8));

        assertThatThrownBy(() -> creates.create(uri, "second".getBytes(UTF_8)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(storage.read(uri)).asString(UTF_8).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "s3"})
    void ofEightWritersExactlyOneWins(String store) throws Exception {
        ConditionalCreate creates = new ConditionalCreate(storage(store));

        for (int round = 0; round < 20; round++) {
            String uri = uri(store, "race/" + round);

            assertThat(race(creates, uri)).hasSize(1);
        }
    }

    @Test
    void nothingButTheObjectIsLeftOnADisk() throws IOException {
        String uri = uri("local", "clean/a.json");
        ConditionalCreate creates = new ConditionalCreate(TestStores.local());

        creates.create(uri, "first".getBytes(UTF_8));
        assertThatThrownBy(() -> creates.create(uri, "second".getBytes(UTF_8))).isNotNull();

        try (Stream<Path> files = Files.list(directory.resolve("disk/clean"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("a.json");
        }
    }

    /** The numbers of the writers that made the object. */
    private static List<Integer> race(ConditionalCreate creates, String uri) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                byte[] content = ("writer " + writer).getBytes(UTF_8);
                Callable<Boolean> attempt = () -> {
                    start.await();
                    return wins(creates, uri, content);
                };
                outcomes.add(writers.submit(attempt));
            }
            start.countDown();
            List<Integer> winners = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                if (outcomes.get(writer).get()) {
                    winners.add(writer);
                }
            }
            return winners;
        } finally {
            writers.shutdownNow();
        }
    }

    private static boolean wins(ConditionalCreate creates, String uri, byte[] content) throws IOException {
        try {
            creates.create(uri, content);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static Storage storage(String store) {
        return store.equals("s3") ? TestStores.s3("conditional-create") : TestStores.local();
    }

    private static String uri(String store, String name) {
        return store.equals("s3")
                ? "s3a://conditional-create/" + name
                : "file://" + directory.resolve("disk") + "/" + name;
    }
}
