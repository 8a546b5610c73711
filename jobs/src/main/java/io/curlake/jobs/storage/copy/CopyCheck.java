package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Options.OpenFileOptions;

/**
 * Compares a copy with its source: the size, and the bytes of the Parquet footer, which hold the place of everything
 * before it. Of another file the last 64 KiB are compared.
 */
final class CopyCheck {
    private static final int LAST_BYTES = 64 * 1024;
    private static final int PIECE = 1024 * 1024;

    /** A Parquet file ends with the length of its footer, four bytes little-endian, and this. */
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final int AFTER_FOOTER = 4 + MAGIC.length;
    private static final int SMALLEST = MAGIC.length + AFTER_FOOTER;

    private final Storage storage;

    CopyCheck(Storage storage) {
        this.storage = storage;
    }

    /** The copy as it was found. */
    StoredObject check(PlannedCopy copy) {
        long size = copy.source().size();
        StoredObject made = storage.find(copy.target())
                .orElseThrow(() -> CopyErrors.differs(copy, "the source has " + size + " bytes, the copy is missing"));
        if (made.size() != size) {
            throw CopyErrors.differs(copy, "the source has " + size + " bytes, the copy " + made.size());
        }
        if (!haveSameTail(copy.source(), made)) {
            throw CopyErrors.differs(copy, "its footer differs");
        }
        return made;
    }

    private boolean haveSameTail(StoredObject source, StoredObject made) {
        try (Bytes theirs = open(source, e -> CopyErrors.reading(source, e));
                Bytes ours = open(made, e -> StorageErrors.cannotRead(made.uri(), e))) {
            for (long at = source.size() - tailLength(theirs, source.size()); at < source.size(); at += PIECE) {
                int length = (int) Math.min(PIECE, source.size() - at);
                if (!Arrays.equals(theirs.read(at, length), ours.read(at, length))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static long tailLength(Bytes file, long size) {
        if (size >= SMALLEST) {
            ByteBuffer end = ByteBuffer.wrap(file.read(size - AFTER_FOOTER, AFTER_FOOTER))
                    .order(ByteOrder.LITTLE_ENDIAN);
            long footer = Integer.toUnsignedLong(end.getInt());
            if (footer <= size - SMALLEST && end.equals(ByteBuffer.wrap(MAGIC))) {
                return footer + AFTER_FOOTER;
            }
        }
        return Math.min(size, LAST_BYTES);
    }

    private Bytes open(StoredObject object, Function<IOException, Refusal> refusal) {
        try {
            return new Bytes(storage.open(object, OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM), refusal);
        } catch (IOException e) {
            throw refusal.apply(e);
        }
    }

    /** An open object that says by itself what a failed read of it means. */
    private record Bytes(FSDataInputStream in, Function<IOException, Refusal> refusal) implements AutoCloseable {
        byte[] read(long position, int length) {
            try {
                byte[] bytes = new byte[length];
                in.readFully(position, bytes);
                return bytes;
            } catch (IOException e) {
                throw refusal.apply(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw refusal.apply(e);
            }
        }
    }
}
