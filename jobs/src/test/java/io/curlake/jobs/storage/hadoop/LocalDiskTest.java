package io.curlake.jobs.storage.hadoop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
    @Test
    void filesAndFoldersGetTheirPermissions(@TempDir Path folder) throws IOException {
        Configuration settings = new Configuration();
        settings.set("fs.file.impl", LocalDisk.class.getName());
        try (FileSystem disk = FileSystem.newInstance(folder.toUri(), settings)) {
            assertThat(disk).isInstanceOf(LocalFileSystem.class);

            disk.mkdirs(hadoop(folder.resolve("a")), new FsPermission((short) 01750));
            disk.create(hadoop(folder.resolve("a/b"))).close();
            disk.setPermission(hadoop(folder.resolve("a/b")), new FsPermission((short) 0600));
        }

        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwxr-x---");
        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rw-------");
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
