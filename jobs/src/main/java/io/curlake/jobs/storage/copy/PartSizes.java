package io.curlake.jobs.storage.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * Which objects S3 copies in parts, and how large these are.
 *
 * @param whole the largest object that one request copies, bytes
 * @param part the usual size of a part, bytes; S3 takes no less than 5 MiB
 */
record PartSizes(long whole, long part) {
    private static final long MIB = 1024 * 1024;

    /** The largest copy of one request: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
    static final PartSizes OF_S3 = new PartSizes(5 * 1024 * MIB, 512 * MIB);

    /** S3 takes 10,000. */
    private static final long MOST_PARTS = 9_999;

    /** Where a part of an object lies, both ends included; numbers begin at 1. */
    record Part(int number, long first, long last) {
        String range() {
            return "bytes=" + first + "-" + last;
        }
    }

    List<Part> parts(long size) {
        long length = Math.max(part, (size + MOST_PARTS - 1) / MOST_PARTS);
        List<Part> parts = new ArrayList<>();
        for (long first = 0; first < size; first += length) {
            parts.add(new Part(parts.size() + 1, first, Math.min(size, first + length) - 1));
        }
        return parts;
    }
}
