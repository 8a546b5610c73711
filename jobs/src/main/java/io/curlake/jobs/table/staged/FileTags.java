package io.curlake.jobs.table.staged;

import io.curlake.jobs.lineitem.TagsHash;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.maps.MapFold;
import io.curlake.jobs.storage.maps.MapNumbers;
import io.curlake.model.LineItemColumn;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;

/** The {@link TagsHash} of each row of a file, beside the batches of its other columns; or 0 where nobody needs it. */
public final class FileTags implements Closeable {
    private static final List<String> COLUMNS =
            TagsHash.COLUMNS.stream().map(LineItemColumn::columnName).toList();

    private final Optional<MapNumbers> hashes;
    private long[] zeros = {};

    private FileTags(Optional<MapNumbers> hashes) {
        this.hashes = hashes;
    }

    /** Opens a file, from whose first row on the hashes are given. */
    public static FileTags of(Storage storage, StoredObject file) {
        return new FileTags(Optional.of(MapNumbers.open(storage, file, COLUMNS, new HashOfEntries())));
    }

    /** 0 for every row. */
    public static FileTags none() {
        return new FileTags(Optional.empty());
    }

    /** The hashes of the next rows. */
    public long[] next(int rows) {
        if (hashes.isEmpty() && zeros.length < rows) {
            zeros = new long[rows];
        }
        return hashes.map(open -> open.next(rows)).orElse(zeros);
    }

    @Override
    public void close() {
        hashes.ifPresent(MapNumbers::close);
    }

    private static final class HashOfEntries implements MapFold {
        private static final long[] OF_COLUMNS =
                IntStream.range(0, COLUMNS.size()).mapToLong(TagsHash::ofColumn).toArray();

        private long row;

        @Override
        public long ofText(byte[] text) {
            return TagsHash.ofText(UTF8String.fromBytes(text));
        }

        @Override
        public long ofNothing() {
            return TagsHash.ofNothing();
        }

        @Override
        public void entry(int column, long key, long value) {
            row ^= TagsHash.ofEntry(OF_COLUMNS[column], key, value);
        }

        @Override
        public long endOfRow() {
            long hash = row;
            row = 0;
            return hash;
        }
    }
}
