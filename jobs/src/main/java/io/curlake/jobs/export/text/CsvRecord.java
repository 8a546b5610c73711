package io.curlake.jobs.export.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One record, its fields side by side in one array of chars, a char being a byte of UTF-8. Reused for the next one. */
public final class CsvRecord {
    private char[] chars = new char[1 << 12];
    private int[] ends = new int[1 << 8];
    private int fields;
    private long line;

    void begin(long startingLine) {
        line = startingLine;
        fields = 0;
    }

    void add(char[] buffer, int offset, int length) {
        int start = fields == 0 ? 0 : ends[fields - 1];
        int end = start + length;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, 2 * end);
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        System.arraycopy(buffer, offset, chars, start, length);
        ends[fields++] = end;
    }

    /** The number of fields. */
    public int fields() {
        return fields;
    }

    /** The line of the file, or of the zip entry, on which the record starts; the first is 1. */
    public long line() {
        return line;
    }

    /** What {@link #start} and {@link #end} point into. */
    public char[] chars() {
        return chars;
    }

    public int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    public int end(int field) {
        return ends[field];
    }

    /** The first of these fields that holds something; -1 where all are empty. */
    public int firstFilled(int[] candidates) {
        for (int field : candidates) {
            if (start(field) < end(field)) {
                return field;
            }
        }
        return -1;
    }

    public byte[] bytes(int field) {
        int start = start(field);
        byte[] bytes = new byte[end(field) - start];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) chars[start + i];
        }
        return bytes;
    }

    public String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }
}
