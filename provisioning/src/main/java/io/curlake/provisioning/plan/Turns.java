package io.curlake.provisioning.plan;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the runs on this machine change a bucket policy one after the other. S3 has no conditional write for policies:
 * of two that read and write at the same time, one would lose its statement.
 */
public final class Turns {
    /** A file lock is the process's; this one is for its threads. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path file;

    /** @param journal beside which the lock file lies */
    public Turns(Path journal) {
        this.file = journal.resolveSibling(journal.getFileName() + ".lock");
    }

    public void take(Runnable change) {
        THREADS.lock();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                lock.acquiredBy();
                change.run();
            }
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.USAGE, "Cannot lock " + file + ": " + e.getMessage() + ". Make its folder writable.", e);
        } finally {
            THREADS.unlock();
        }
    }
}
