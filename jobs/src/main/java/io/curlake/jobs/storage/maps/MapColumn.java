package io.curlake.jobs.storage.maps;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** The two leaves of a map column within one row group, read in step. */
final class MapColumn {
    private final MapHash hash;
    private final long column;
    private final ColumnReader keys;
    private final ColumnReader values;
    private final HashedTexts keyTexts;
    private final HashedTexts valueTexts;
    private final int keyLevel;
    private final int valueLevel;

    MapColumn(MapHash hash, int column, Leaf key, Leaf value) {
        this.hash = hash;
        this.column = hash.ofColumn(column);
        this.keys = key.reader();
        this.values = value.reader();
        this.keyTexts = key.texts();
        this.valueTexts = value.texts();
        this.keyLevel = key.descriptor().getMaxDefinitionLevel();
        this.valueLevel = value.descriptor().getMaxDefinitionLevel();
    }

    /** A leaf, and who takes its texts. */
    record Leaf(ColumnDescriptor descriptor, ColumnReader reader, HashedTexts texts) {}

    /** The hash of the next row's entries; 0 where it has none. */
    long next() {
        long row = 0;
        do {
            if (keys.getCurrentDefinitionLevel() == keyLevel) {
                keys.writeCurrentValueToConverter();
                row ^= hash.ofEntry(column, keyTexts.last(), value());
            }
            keys.consume();
            values.consume();
        } while (keys.getCurrentRepetitionLevel() > 0);
        return row;
    }

    private long value() {
        if (values.getCurrentDefinitionLevel() < valueLevel) {
            return hash.ofNothing();
        }
        values.writeCurrentValueToConverter();
        return valueTexts.last();
    }
}
