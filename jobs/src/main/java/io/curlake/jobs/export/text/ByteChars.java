package io.curlake.jobs.export.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 text with every byte as one char. Records are cut at ASCII characters only, so that a field's bytes can become a
 * UTF8String without ever being decoded. After the text come a line break and {@link #END}, a char that no byte can be:
 * an open quote would swallow it.
 */
final class ByteChars extends Reader {
    static final char END = '\u0100';

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 15];
    private final Utf8Check check = new Utf8Check();
    private boolean malformed;
    private boolean ended;

    ByteChars(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (malformed) {
            throw new MalformedInputException(1);
        }
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, 0, Math.min(length, bytes.length));
        return read < 0 ? end(chars, offset) : widen(read, chars, offset);
    }

    /** What stands before a malformed byte is handed out first, so that the record it stands in is known. */
    private int widen(int read, char[] chars, int offset) throws IOException {
        int valid = check.firstMalformed(bytes, 0, read);
        malformed = valid < read;
        if (valid == 0) {
            throw new MalformedInputException(1);
        }
        // The JDK's fastest way from bytes to chars.
        new String(bytes, 0, valid, StandardCharsets.ISO_8859_1).getChars(0, valid, chars, offset);
        return valid;
    }

    private int end(char[] chars, int offset) throws IOException {
        if (check.isIncomplete()) {
            throw new MalformedInputException(1);
        }
        ended = true;
        chars[offset] = '\n';
        chars[offset + 1] = END;
        return 2;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
