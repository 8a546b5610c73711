package io.curlake.sandbox.aws.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bodies in chunks, each behind its length in hexadecimal: as HTTP/1.1 sends them, and as S3's signed uploads do. */
public final class Chunked {
    private Chunked() {}

    /** The content without what surrounds it; signatures of chunks and trailers are left out. */
    public static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = at;
            while (chunks[line] != '\r') {
                line++;
            }
            String size = new String(chunks, at, line - at, StandardCharsets.ISO_8859_1).split(";", 2)[0];
            int length = Integer.parseInt(size.strip(), 16);
            if (length == 0) {
                return joined.toByteArray();
            }
            joined.write(chunks, line + 2, length);
            at = line + 2 + length + 2;
        }
    }
}
