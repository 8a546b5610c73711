package io.curlake.jobs.export.text.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts bytes into the fields of records, one field after the other. A field that starts with a quote ends with its
 * closing quote; a line break outside of quotes ends a record; an empty line is no record.
 */
final class FieldScanner {
    private final InputStream in;
    private byte[] bytes = new byte[1 << 17];
    private int at;
    private int limit;
    private int start;
    private int end;
    private boolean last;

    FieldScanner(InputStream in) {
        this.in = in;
    }

    /** Whether another record follows; skips empty lines. */
    boolean hasRecord() throws IOException {
        start = at;
        while (hasByte() && isBreak(bytes[at])) {
            at++;
            start = at;
        }
        return at < limit;
    }

    /**
     * Skips up to so many fields, as long as they are plain, whole in memory and not the last of their record; gives how
     * many were skipped.
     */
    int skip(int most) {
        byte[] buffer = bytes;
        int until = limit;
        int next = at;
        int skipped = 0;
        while (skipped < most && next < until && buffer[next] != '"') {
            int i = next;
            while (i < until && (buffer[i] > ',' || !isEnd(buffer[i]))) {
                i++;
            }
            if (i == until || buffer[i] != ',') {
                break;
            }
            next = i + 1;
            skipped++;
        }
        at = next;
        return skipped;
    }

    /** Moves to the next field of the record. */
    void nextField() throws IOException {
        start = at;
        if (hasByte() && bytes[at] == '"') {
            scanQuoted();
        } else {
            scanPlain();
        }
        last = at == limit || bytes[at] != ',';
        at = Math.min(at + 1, limit);
    }

    private void scanPlain() throws IOException {
        do {
            byte[] buffer = bytes;
            int until = limit;
            int i = at;
            while (i < until && (buffer[i] > ',' || !isEnd(buffer[i]))) {
                i++;
            }
            at = i;
        } while (at == limit && fill());
        end = at;
    }

    private void scanQuoted() throws IOException {
        boolean escapes = false;
        boolean open = true;
        at++;
        while (open) {
            if (!hasByte()) {
                throw new QuoteException("has a quote that never closes");
            }
            if (bytes[at++] == '"') {
                open = hasByte() && bytes[at] == '"';
                escapes |= open;
                at += open ? 1 : 0;
            }
        }
        if (hasByte() && !isEnd(bytes[at])) {
            throw new QuoteException("is badly quoted");
        }
        start++;
        end = escapes ? withoutEscapes(at - 1) : at - 1;
    }

    /** Halves doubled quotes in place; gives the new end. */
    private int withoutEscapes(int until) {
        int to = start;
        for (int from = start; from < until; from++) {
            bytes[to++] = bytes[from];
            from += bytes[from] == '"' ? 1 : 0;
        }
        return to;
    }

    private static boolean isEnd(byte b) {
        return b == ',' || isBreak(b);
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    private boolean hasByte() throws IOException {
        return at < limit || fill();
    }

    /** Reads on behind the bytes of the current field, which move to the front. */
    private boolean fill() throws IOException {
        if (start == 0 && limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        at -= start;
        limit -= start;
        start = 0;
        int read = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    /** Whether the field is the last of its record. */
    boolean isLast() {
        return last;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Quotes that leave open where a field ends. */
    static final class QuoteException extends IOException {
        QuoteException(String what) {
            super(what);
        }
    }
}
