package io.curlake.jobs.lineitem.scan.group;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Different tuples of ints, counted from 0 in the order they are met, and found in an open-addressing table. */
public final class Tuples implements Serializable {
    private static final int FREE = -1;

    private final int width;
    private int[] parts = {};
    private int size;
    private transient int @Nullable [] slots;
    /** What was found last: neighbours are often equal. */
    private transient int last;

    /** @param width the ints of a tuple */
    public Tuples(int width) {
        this.width = width;
    }

    public int size() {
        return size;
    }

    /** The number of a tuple, which is {@link #size} before the call where the tuple is new. */
    public int numberOf(int[] tuple) {
        if (last >= size || !isAt(last, tuple)) {
            last = find(tuple);
        }
        return last;
    }

    private int find(int[] tuple) {
        int[] table = slots();
        int slot = hash(tuple, 0) & (table.length - 1);
        while (table[slot] != FREE) {
            if (isAt(table[slot], tuple)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = size;
        return append(tuple);
    }

    private boolean isAt(int number, int[] tuple) {
        return Arrays.equals(parts, number * width, (number + 1) * width, tuple, 0, width);
    }

    public int part(int number, int part) {
        return parts[number * width + part];
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        parts = Arrays.copyOf(parts, size * width);
        out.defaultWriteObject();
    }

    private int append(int[] tuple) {
        if ((size + 1) * width > parts.length) {
            parts = Arrays.copyOf(parts, Math.max(16, size + (size >> 1)) * width);
        }
        System.arraycopy(tuple, 0, parts, size * width, width);
        return size++;
    }

    /** At most half of the slots are taken. */
    private int[] slots() {
        int[] table = slots;
        if (table == null || 2 * size >= table.length) {
            table = new int[Math.max(64, Integer.highestOneBit(size) * 4)];
            Arrays.fill(table, FREE);
            for (int number = 0; number < size; number++) {
                int slot = hash(parts, number * width) & (table.length - 1);
                while (table[slot] != FREE) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = number;
            }
            slots = table;
        }
        return table;
    }

    private int hash(int[] ints, int from) {
        int hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = (hash + ints[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }
}
