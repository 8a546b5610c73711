package io.curlake.jobs.storage.hadoop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The disk of this machine for {@code fs.file.impl}, where the class path of all processes is ours. Hadoop without its native
 * library starts a process, {@code chmod}, for each file and folder that it makes; Java needs none.
 */
public final class LocalDisk extends LocalFileSystem {
    public LocalDisk() {
        super(new Disk());
    }

    private static final class Disk extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            FsPermission withoutStickyBit = new FsPermission(
                    permission.getUserAction(), permission.getGroupAction(), permission.getOtherAction());
            Files.setPosixFilePermissions(
                    pathToFile(path).toPath(), PosixFilePermissions.fromString(withoutStickyBit.toString()));
        }
    }
}
