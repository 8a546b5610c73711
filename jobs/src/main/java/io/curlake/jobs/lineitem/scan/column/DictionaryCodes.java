package io.curlake.jobs.lineitem.scan.column;

import java.util.Arrays;

/**
 * The codes of a column chunk's dictionary ids. Spark does not tell when a new chunk brings another dictionary, so that
 * an id is confirmed once in each batch; while the dictionary stays, it gives the same array for the same id.
 */
final class DictionaryCodes {
    private byte[][] texts = {};
    private int[] codes = {};
    private int[] confirmedIn = {};
    private int batch;

    void beginBatch() {
        batch++;
    }

    boolean isKnown(int id) {
        return id < confirmedIn.length && confirmedIn[id] == batch;
    }

    int code(int id) {
        return codes[id];
    }

    /** Whether the id stood for that very array in an earlier batch. */
    boolean isSame(int id, byte[] text) {
        return id < texts.length && texts[id] == text;
    }

    int confirm(int id) {
        confirmedIn[id] = batch;
        return codes[id];
    }

    void put(int id, byte[] text, int code) {
        if (id >= codes.length) {
            int length = Math.max(64, Integer.highestOneBit(id) * 2);
            texts = Arrays.copyOf(texts, length);
            codes = Arrays.copyOf(codes, length);
            confirmedIn = Arrays.copyOf(confirmedIn, length);
        }
        texts[id] = text;
        codes[id] = code;
    }
}
