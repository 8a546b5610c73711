package io.curlake.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
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

    @Test
    void itTravelsWithItsSettingsAndTasksOfOneRunShareThem() throws Exception {
        Storage sent = new Storage(settings("a"));

        Storage first = travelled(sent);
        Storage second = travelled(first);
        Storage other = travelled(new Storage(settings("b")));

        assertThat(first.settings().get("fs.s3a.endpoint")).isEqualTo("a");
        assertThat(second.settings()).isSameAs(first.settings());
        assertThat(other.settings().get("fs.s3a.endpoint")).isEqualTo("b");
        assertThat(travelled(sent).settings().get("fs.s3a.endpoint")).isEqualTo("a");
    }

    private static Configuration settings(String endpoint) {
        Configuration settings = new Configuration();
        settings.set("fs.s3a.endpoint", endpoint);
        return settings;
    }

    private static Storage travelled(Storage storage) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(storage);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Storage) in.readObject();
        }
    }
}
