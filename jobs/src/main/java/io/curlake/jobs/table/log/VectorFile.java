package io.curlake.jobs.table.log;

import io.curlake.jobs.lineitem.scan.MaskedRows;
import io.curlake.jobs.lineitem.scan.RowMask;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.delta.kernel.internal.deletionvectors.Base85Codec;
import io.delta.kernel.internal.deletionvectors.DeletionVectorStoredBitmap;
import io.delta.kernel.internal.deletionvectors.RoaringBitmapArray;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of deletion vectors: written as the protocol says, read by Delta Kernel. Travels to executors. Source: Delta
 * protocol, "Deletion Vector File Storage Format" and "Deletion Vector Format", 2026.
 */
public final class VectorFile implements Serializable {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);
    private static final int FORMAT_OF_FILE = 1;
    private static final int FORMAT_OF_VECTOR = 1681511377;

    private final Storage storage;
    private final String table;

    /** @param table the folder of the table, whose vectors lie beside its partitions */
    public VectorFile(Storage storage, String table) {
        this.storage = storage;
        this.table = table;
    }

    /**
     * Writes the vector of one data file into a file of its own.
     *
     * @param rows positions in the data file, 2^32 to a bitmap
     */
    public Mask write(List<RoaringBitmap> rows) {
        UUID id = UUID.randomUUID();
        byte[] vector = serialized(rows);
        String uri = uri(id);
        try (DataOutputStream out = new DataOutputStream(storage.create(uri))) {
            out.writeByte(FORMAT_OF_FILE);
            out.writeInt(vector.length);
            out.write(vector);
            out.writeInt(checksum(vector));
        } catch (IOException e) {
            storage.delete(uri);
            throw StorageErrors.cannotWrite(uri, e);
        }
        long masked = rows.stream().mapToLong(RoaringBitmap::getLongCardinality).sum();
        return new Mask("u", Base85Codec.encodeUUID(id), 1, vector.length, masked);
    }

    /** Whether a stored mask is of exactly these rows; one that cannot be read is of none. */
    public boolean holds(Mask mask, MaskedRows rows) {
        try {
            return mask.rows() == rows.count() && holds(read(mask), rows);
        } catch (Refusal unreadable) {
            LOG.warn("{}", unreadable.getMessage());
            return false;
        }
    }

    private static boolean holds(RoaringBitmapArray stored, MaskedRows rows) {
        for (int high = 0; high < rows.bitmaps().size(); high++) {
            long base = (long) high << Integer.SIZE;
            PeekableIntIterator positions = rows.bitmaps().get(high).getIntIterator();
            while (positions.hasNext()) {
                if (!stored.contains(base | Integer.toUnsignedLong(positions.next()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The mask as a reader applies it. */
    public RowMask mask(Optional<Mask> mask) {
        if (mask.isEmpty()) {
            return RowMask.NONE;
        }
        RoaringBitmapArray masked = read(mask.get());
        return masked::contains;
    }

    /** The same, but empty for a mask that cannot be read. */
    public Optional<RowMask> maskIfReadable(Mask mask) {
        try {
            return Optional.of(mask(Optional.of(mask)));
        } catch (Refusal unreadable) {
            LOG.warn("{}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** The masked positions as any reader loads them: by what the log says, size and checksum compared. */
    private RoaringBitmapArray read(Mask mask) {
        try {
            return new DeletionVectorStoredBitmap(mask.descriptor(), Optional.of(table))
                    .load(TableLog.engine(storage).getFileSystemClient());
        } catch (IOException | RuntimeException e) {
            throw unreadable(mask, e);
        }
    }

    /** Kernel wraps what a store reports, and reports a wrong size or checksum as a plain RuntimeException. */
    private Refusal unreadable(Mask mask, Exception e) {
        String reason = String.valueOf(e.getMessage());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileNotFoundException) {
                reason = "it does not exist";
            } else if (cause instanceof IOException io) {
                return StorageErrors.cannotRead(uri(mask), io);
            }
        }
        return new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot read the masked rows in " + StorageErrors.shown(uri(mask)) + ": " + reason
                        + ". Nothing was published; run again. If it stays, find out what changes files in the table's "
                        + "folder besides curlake.",
                e);
    }

    /** Where the vector lies. */
    public String uri(Mask mask) {
        return mask.descriptor().getAbsolutePath(table);
    }

    private String uri(UUID id) {
        return table + "/deletion_vector_" + id + ".bin";
    }

    private static byte[] serialized(List<RoaringBitmap> rows) {
        int size = rows.stream()
                .mapToInt(bitmap -> Integer.BYTES + bitmap.serializedSizeInBytes())
                .sum();
        ByteBuffer vector =
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES + size).order(ByteOrder.LITTLE_ENDIAN);
        vector.putInt(FORMAT_OF_VECTOR).putLong(rows.size());
        for (int high = 0; high < rows.size(); high++) {
            vector.putInt(high);
            rows.get(high).serialize(vector);
        }
        return vector.array();
    }

    private static int checksum(byte[] vector) {
        CRC32 checksum = new CRC32();
        checksum.update(vector);
        return (int) checksum.getValue();
    }
}
