package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.gold.scan.label.LabelSets;
import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.storage.maps.MapFold;
import io.curlake.jobs.storage.maps.MapNumbers;
import io.curlake.model.LineItemColumn;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** The map columns of a file, read beside the batches of its other columns. */
public final class FileMaps implements Closeable {
    private static final int UNKNOWN = -1;

    private final Opening opening;
    private final boolean readsRegions;
    private final List<MapNumbers> open = new ArrayList<>();

    /** Opens map columns of the file from its first row on. */
    @FunctionalInterface
    public interface Opening {
        MapNumbers open(List<String> columns, MapFold fold);
    }

    /** Where regions are. */
    public enum Regions {
        IN_A_COLUMN,
        AMONG_PRODUCT_ATTRIBUTES
    }

    /** @param opening is called when rows are read, not before */
    public FileMaps(Opening opening, Regions regions) {
        this.opening = opening;
        this.readsRegions = regions == Regions.AMONG_PRODUCT_ATTRIBUTES;
    }

    /** {@link Labels} of rows. */
    TextSource labels(Vocabulary written) {
        LabelSets sets = new LabelSets();
        TextSource numbers = numbers(Labels.COLUMNS, sets);
        return new TextSource() {
            private int[] known = {};

            @Override
            public int[] read(ColumnarBatch batch) {
                int[] ofRows = numbers.read(batch);
                known = withRoom(known, sets.size());
                int[] codes = new int[batch.numRows()];
                for (int row = 0; row < codes.length; row++) {
                    int set = ofRows[row];
                    if (known[set] == UNKNOWN) {
                        known[set] = written.codeOf(sets.labels(set).text());
                    }
                    codes[row] = known[set];
                }
                return codes;
            }
        };
    }

    /** Regions of rows; empty where they are in a column. */
    Optional<TextSource> regions(Vocabulary written) {
        return readsRegions
                ? Optional.of(numbers(List.of(LineItemColumn.PRODUCT), new ProductRegions(written)))
                : Optional.empty();
    }

    @Override
    public void close() {
        open.forEach(MapNumbers::close);
    }

    private TextSource numbers(List<LineItemColumn> columns, MapFold fold) {
        List<String> names = columns.stream().map(LineItemColumn::columnName).toList();
        return new TextSource() {
            private @Nullable MapNumbers numbers;

            @Override
            public int[] read(ColumnarBatch batch) {
                MapNumbers opened = numbers;
                if (opened == null) {
                    opened = opening.open(names, fold);
                    open.add(opened);
                    numbers = opened;
                }
                int rows = batch.numRows();
                return Arrays.stream(opened.next(rows), 0, rows)
                        .mapToInt(number -> (int) number)
                        .toArray();
            }
        };
    }

    private static int[] withRoom(int[] known, int size) {
        if (known.length >= size) {
            return known;
        }
        int[] larger = Arrays.copyOf(known, size);
        Arrays.fill(larger, known.length, size, UNKNOWN);
        return larger;
    }
}
