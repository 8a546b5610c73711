package io.curlake.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    @Test
    void aLocalFolderKeepsItsSpacesAndPercents(@TempDir Path directory) {
        Path folder = directory.resolve("my warehouse 100%");
        Path file = folder.resolve("a.json");
        String uri = Storage.uri(file.toString());

        TestStores.local().write(uri, new byte[1]);

        assertThat(file).exists();
        assertThat(TestStores.local().files(Storage.uri(folder.toString())))
                .singleElement()
                .satisfies(object ->
                        assertThat(TestStores.local().read(object.uri())).hasSize(1));
    }

    @Test
    void anS3LocationIsWrittenAsHadoopWritesIt() {
        assertThat(Storage.uri("s3://acme-finops/curlake")).isEqualTo("s3a://acme-finops/curlake");
        assertThat(Storage.uri("s3a://acme-finops/curlake")).isEqualTo("s3a://acme-finops/curlake");
    }
}
