package io.curlake.jobs.storage.copy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Bytes with the frame of a Parquet file: magic, anything, footer, its length, magic. */
final class TestBytes {
    private TestBytes() {}

    /** Other bytes for every seed; the footer takes a tenth of the size. */
    static byte[] parquet(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        ByteBuffer.wrap(bytes).put("PAR1".getBytes(US_ASCII));
        ByteBuffer.wrap(bytes, size - 8, 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size / 10)
                .put("PAR1".getBytes(US_ASCII));
        return bytes;
    }

    /** The same bytes but for one. */
    static byte[] damaged(byte[] bytes, int position) {
        byte[] damaged = bytes.clone();
        damaged[position] ^= 1;
        return damaged;
    }
}
