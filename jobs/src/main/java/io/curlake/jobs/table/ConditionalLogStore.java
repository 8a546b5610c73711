package io.curlake.jobs.table;

import io.curlake.jobs.storage.ConditionalCreate;
import io.curlake.jobs.storage.Storage;
import io.delta.storage.HadoopFileSystemLogStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The commits of a Delta table as conditional creates, on S3 and on a local disk: of two runs that write the same
 * version, in one process or in two, exactly one succeeds and Delta tells the other. Delta's own store for S3 guards
 * against writers of the same process only.
 */
public final class ConditionalLogStore extends HadoopFileSystemLogStore {
    public ConditionalLogStore(Configuration settings) {
        super(settings);
    }

    /** @throws FileAlreadyExistsException where the version exists and may not be overwritten */
    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration settings)
            throws IOException {
        byte[] content = lines(actions);
        if (overwrite) {
            try (OutputStream out = path.getFileSystem(settings).create(path, true)) {
                out.write(content);
            }
        } else {
            new ConditionalCreate(new Storage(settings)).create(path.toString(), content);
        }
    }

    /** Whether checkpoints must be written under another name first. Objects of S3 appear whole, files do not. */
    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration settings) throws IOException {
        return path.getFileSystem(settings).getScheme().equals("file");
    }

    private static byte[] lines(Iterator<String> actions) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        while (actions.hasNext()) {
            lines.writeBytes(actions.next().getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
