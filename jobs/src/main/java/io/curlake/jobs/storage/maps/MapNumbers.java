package io.curlake.jobs.storage.maps;

import io.curlake.jobs.storage.ParquetFiles;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The map columns of one Parquet file as one number for each row, in the order of the rows. Parquet's own column readers
 * give the ids of dictionaries, so that a text is looked at once and no map is built; Spark's reader of nested columns takes
 * several times as long.
 */
public final class MapNumbers implements Closeable {
    private final StoredObject file;
    private final List<String> columns;
    private final MapFold fold;
    private final ParquetFileReader reader;
    private final MessageType schema;

    private List<MapColumn> open = List.of();
    private long rowsLeft;
    private long[] numbers = {};

    private MapNumbers(StoredObject file, List<String> columns, MapFold fold, ParquetFileReader reader) {
        this.file = file;
        this.columns = columns;
        this.fold = fold;
        this.reader = reader;
        MessageType whole = reader.getFileMetaData().getSchema();
        this.schema = new MessageType(
                whole.getName(),
                columns.stream()
                        .filter(whole::containsField)
                        .map(whole::getType)
                        .toArray(Type[]::new));
        reader.setRequestedSchema(schema);
    }

    /** @param columns maps of texts; one that the file lacks has no entry in any row */
    public static MapNumbers open(Storage storage, StoredObject file, List<String> columns, MapFold fold) {
        try {
            ParquetFileReader reader = ParquetFiles.open(storage, file);
            return new MapNumbers(file, List.copyOf(columns), fold, reader);
        } catch (IOException e) {
            throw StorageErrors.cannotRead(file.uri(), e);
        }
    }

    /** The numbers of the next rows, in an array that the next call overwrites and that may be longer. */
    public long[] next(int rows) {
        if (numbers.length < rows) {
            numbers = new long[rows];
        }
        if (schema.getFieldCount() == 0) {
            return numbers;
        }
        for (int row = 0; row < rows; row++) {
            if (rowsLeft == 0) {
                nextGroup();
            }
            for (MapColumn column : open) {
                column.next();
            }
            numbers[row] = fold.endOfRow();
            rowsLeft--;
        }
        return numbers;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(file.uri(), e);
        }
    }

    private void nextGroup() {
        try {
            PageReadStore pages = reader.readNextRowGroup();
            rowsLeft = pages.getRowCount();
            LeafTexts texts = new LeafTexts(schema, fold);
            ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                    pages, texts.root(), schema, reader.getFileMetaData().getCreatedBy());
            open = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                if (schema.containsField(columns.get(column))) {
                    open.add(column(column, store, texts));
                }
            }
        } catch (IOException e) {
            throw StorageErrors.cannotRead(file.uri(), e);
        }
    }

    private MapColumn column(int column, ColumnReadStoreImpl store, LeafTexts texts) {
        List<MapColumn.Leaf> leaves = schema.getColumns().stream()
                .filter(leaf -> leaf.getPath()[0].equals(columns.get(column)))
                .map(leaf -> new MapColumn.Leaf(leaf, store.getColumnReader(leaf), texts.of(leaf)))
                .toList();
        return new MapColumn(fold, column, leaves.get(0), leaves.get(1));
    }
}
