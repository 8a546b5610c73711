package io.curlake.jobs.storage.maps;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** The two leaves of a map column within one row group, read in step. */
final class MapColumn {
    private final MapFold fold;
    private final int column;
    private final ColumnReader keys;
    private final ColumnReader values;
    private final FoldedTexts keyTexts;
    private final FoldedTexts valueTexts;
    private final int keyLevel;
    private final int valueLevel;

    MapColumn(MapFold fold, int column, Leaf key, Leaf value) {
        this.fold = fold;
        this.column = column;
        this.keys = key.reader();
        this.values = value.reader();
        this.keyTexts = key.texts();
        this.valueTexts = value.texts();
        this.keyLevel = key.descriptor().getMaxDefinitionLevel();
        this.valueLevel = value.descriptor().getMaxDefinitionLevel();
    }

    /** A leaf, and who takes its texts. */
    record Leaf(ColumnDescriptor descriptor, ColumnReader reader, FoldedTexts texts) {}

    /** Gives the next row's entries to the fold. */
    void next() {
        do {
            if (keys.getCurrentDefinitionLevel() == keyLevel) {
                keys.writeCurrentValueToConverter();
                fold.entry(column, keyTexts.last(), value());
            }
            keys.consume();
            values.consume();
        } while (keys.getCurrentRepetitionLevel() > 0);
    }

    private long value() {
        if (values.getCurrentDefinitionLevel() < valueLevel) {
            return fold.ofNothing();
        }
        values.writeCurrentValueToConverter();
        return valueTexts.last();
    }
}
