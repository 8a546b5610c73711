package io.curlake.jobs.lineitem.scan.column;

import io.curlake.jobs.lineitem.TagsHash;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** The hashes of a vector of texts; where it has a dictionary, each of its texts is hashed once for a batch. */
final class TextHashes {
    private long[] hashes = {};
    private long[] ofIds = {};
    private int[] hashedIn = {};
    private int batch;

    /** The hash of each of the first texts, in an array that the next call overwrites. */
    long[] read(WritableColumnVector texts, int count) {
        if (hashes.length < count) {
            hashes = new long[Math.max(count, 2 * hashes.length)];
        }
        if (texts.hasDictionary()) {
            readIds(texts, count);
        } else {
            readPlain(texts, count);
        }
        return hashes;
    }

    private void readIds(WritableColumnVector texts, int count) {
        WritableColumnVector ids = texts.getDictionaryIds();
        boolean hasNull = texts.hasNull();
        batch++;
        for (int i = 0; i < count; i++) {
            if (hasNull && texts.isNullAt(i)) {
                hashes[i] = TagsHash.ofNothing();
            } else {
                int id = ids.getDictId(i);
                hashes[i] = id < hashedIn.length && hashedIn[id] == batch ? ofIds[id] : learn(id, texts, i);
            }
        }
    }

    private long learn(int id, WritableColumnVector texts, int i) {
        if (id >= ofIds.length) {
            int length = Math.max(64, Integer.highestOneBit(id) * 2);
            ofIds = Arrays.copyOf(ofIds, length);
            hashedIn = Arrays.copyOf(hashedIn, length);
        }
        ofIds[id] = TagsHash.ofText(UTF8String.fromBytes(texts.getBinary(i)));
        hashedIn[id] = batch;
        return ofIds[id];
    }

    private void readPlain(WritableColumnVector texts, int count) {
        for (int i = 0; i < count; i++) {
            hashes[i] = texts.isNullAt(i) ? TagsHash.ofNothing() : TagsHash.ofText(texts.getUTF8String(i));
        }
    }
}
