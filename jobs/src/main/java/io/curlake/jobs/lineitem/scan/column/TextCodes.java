package io.curlake.jobs.lineitem.scan.column;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The texts of one column of a file as codes of a {@link Vocabulary}; an absent text has the code of the empty one. Where
 * the file has a dictionary, each of its texts is looked at once for a batch, and a row costs the lookup of an int.
 */
public final class TextCodes {
    private final int position;
    private final Vocabulary vocabulary;
    private final Map<UTF8String, Integer> met = new HashMap<>();
    private int[] codes = {};
    private long nulls;
    private final DictionaryCodes dictionary = new DictionaryCodes();

    private TextCodes(int position, Vocabulary vocabulary) {
        this.position = position;
        this.vocabulary = vocabulary;
    }

    /** @param schema the columns of the batches; where it lacks the column, every text is absent */
    public static TextCodes of(StructType schema, String column, Vocabulary vocabulary) {
        return new TextCodes(Arrays.asList(schema.fieldNames()).indexOf(column), vocabulary);
    }

    /** @param position of the column in the batches */
    public static TextCodes at(int position, Vocabulary vocabulary) {
        return new TextCodes(position, vocabulary);
    }

    /** The code of each row, in an array that the next batch overwrites and that may be longer than the batch. */
    public int[] read(ColumnarBatch batch) {
        int rows = batch.numRows();
        if (codes.length < rows) {
            codes = new int[rows];
        }
        if (position >= 0) {
            read(batch.column(position), rows);
        }
        return codes;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The first and the last text by their UTF-8 bytes; empty where no row has a text. */
    public Optional<ValueRange<String>> range() {
        return met.keySet().stream()
                .min(UTF8String::compareTo)
                .map(least -> new ValueRange<>(
                        least.toString(),
                        met.keySet().stream()
                                .max(UTF8String::compareTo)
                                .orElse(least)
                                .toString(),
                        nulls));
    }

    private void read(ColumnVector column, int rows) {
        if (!(column instanceof WritableColumnVector vector)) {
            readPlain(column, rows);
        } else if (vector.isAllNull()) {
            Arrays.fill(codes, 0, rows, Vocabulary.EMPTY);
            nulls += rows;
        } else if (vector.hasDictionary()) {
            readIds(vector, rows);
        } else {
            readPlain(vector, rows);
        }
    }

    private void readIds(WritableColumnVector column, int rows) {
        WritableColumnVector ids = column.getDictionaryIds();
        boolean hasNull = column.hasNull();
        dictionary.beginBatch();
        for (int row = 0; row < rows; row++) {
            if (hasNull && column.isNullAt(row)) {
                codes[row] = Vocabulary.EMPTY;
                nulls++;
            } else {
                int id = ids.getDictId(row);
                codes[row] = dictionary.isKnown(id) ? dictionary.code(id) : learn(id, column, row);
            }
        }
    }

    private int learn(int id, WritableColumnVector column, int row) {
        byte[] text = column.getBinary(row);
        if (!dictionary.isSame(id, text)) {
            dictionary.put(id, text, code(UTF8String.fromBytes(text)));
        }
        return dictionary.confirm(id);
    }

    /** Neighbours are often equal. */
    private void readPlain(ColumnVector column, int rows) {
        UTF8String before = UTF8String.EMPTY_UTF8;
        int codeBefore = -1;
        for (int row = 0; row < rows; row++) {
            if (column.isNullAt(row)) {
                codes[row] = Vocabulary.EMPTY;
                nulls++;
            } else {
                UTF8String text = column.getUTF8String(row);
                if (codeBefore < 0 || !text.equals(before)) {
                    before = text;
                    codeBefore = code(text);
                }
                codes[row] = codeBefore;
            }
        }
    }

    private int code(UTF8String text) {
        Integer known = met.get(text);
        if (known == null) {
            known = vocabulary.codeOf(text.toString());
            // The batch's memory will hold other text.
            met.put(text.copy(), known);
        }
        return known;
    }
}
