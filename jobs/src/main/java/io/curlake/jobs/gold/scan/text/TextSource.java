package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** A text of each row of a batch, as codes. */
@FunctionalInterface
interface TextSource {
    /** The code of each row, in an array that the next call may overwrite and that may be longer than the batch. */
    int[] read(ColumnarBatch batch);

    /** A column as it is. */
    static TextSource of(TextCodes column) {
        return column::read;
    }

    /** The first of two that is not ''; both have codes of one vocabulary. */
    static TextSource firstOf(TextSource first, TextSource second) {
        return batch -> {
            int[] one = first.read(batch);
            return chosen(batch.numRows(), one, second.read(batch), one);
        };
    }

    /** One source where another is '', else a third. */
    static TextSource whereEmpty(TextSource asked, TextSource ifEmpty, TextSource otherwise) {
        return batch -> chosen(batch.numRows(), asked.read(batch), ifEmpty.read(batch), otherwise.read(batch));
    }

    private static int[] chosen(int rows, int[] asked, int[] ifEmpty, int[] otherwise) {
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = asked[row] == Vocabulary.EMPTY ? ifEmpty[row] : otherwise[row];
        }
        return codes;
    }

    /** What a text says, in another vocabulary: each different text is looked at once. */
    static TextSource mapped(TextSource from, Vocabulary read, Vocabulary written, UnaryOperator<String> mapping) {
        return new Mapped(from, read, written, mapping);
    }

    /** Remembers the code of each code. */
    final class Mapped implements TextSource {
        private static final int UNKNOWN = -1;

        private final TextSource from;
        private final Vocabulary read;
        private final Vocabulary written;
        private final UnaryOperator<String> mapping;
        private int[] known = {};

        private Mapped(TextSource from, Vocabulary read, Vocabulary written, UnaryOperator<String> mapping) {
            this.from = from;
            this.read = read;
            this.written = written;
            this.mapping = mapping;
        }

        @Override
        public int[] read(ColumnarBatch batch) {
            int[] source = from.read(batch);
            makeRoom();
            int[] codes = new int[batch.numRows()];
            for (int row = 0; row < codes.length; row++) {
                int code = known[source[row]];
                codes[row] = code == UNKNOWN ? learn(source[row]) : code;
            }
            return codes;
        }

        private int learn(int code) {
            known[code] = written.codeOf(mapping.apply(read.text(code)));
            return known[code];
        }

        private void makeRoom() {
            int size = known.length;
            if (size < read.size()) {
                known = Arrays.copyOf(known, read.size());
                Arrays.fill(known, size, known.length, UNKNOWN);
            }
        }
    }
}
