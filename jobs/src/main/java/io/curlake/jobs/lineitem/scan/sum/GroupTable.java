package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.model.MoneySums;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows, exact cost sums and tag hashes of groups, which are counted from 0 and found by a key of ints in an open-addressing table. */
final class GroupTable implements Serializable {
    private static final int FREE = -1;

    private final int width;
    private final MoneySums sums = new MoneySums(Costs.COLUMNS);
    private int[] keys = {};
    private long[] rows = {};
    private long[] tags = {};
    private int size;
    private transient int @Nullable [] slots;

    /** @param width the ints of a key */
    GroupTable(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    /** The group of a key, which is new and empty where the key is. */
    int groupOf(int[] key) {
        int[] table = slots();
        int slot = hash(key, 0) & (table.length - 1);
        while (table[slot] != FREE) {
            if (isAt(table[slot], key)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = size;
        return append(key);
    }

    boolean isAt(int group, int[] key) {
        return Arrays.equals(keys, group * width, (group + 1) * width, key, 0, width);
    }

    int key(int group, int part) {
        return keys[group * width + part];
    }

    long rows(int group) {
        return rows[group];
    }

    /** The {@link io.curlake.jobs.lineitem.TagsHash} of its rows. */
    long tagsHash(int group) {
        return tags[group];
    }

    MoneySums sums() {
        return sums;
    }

    /** Adds one row of the batch. */
    void add(int group, Costs costs, int row, long tagsHash) {
        rows[group]++;
        tags[group] += tagsHash;
        for (int column = 0; column < Costs.COLUMNS; column++) {
            double[] amounts = costs.amounts(column);
            if (amounts.length > 0 && amounts[row] != 0.0) {
                sums.add(group * Costs.COLUMNS + column, amounts[row]);
            }
        }
    }

    /** Adds to the tag hash only. */
    void addTags(int group, long tagsHash) {
        tags[group] += tagsHash;
    }

    /** Adds another table's group. */
    void add(int group, GroupTable others, int other) {
        rows[group] += others.rows[other];
        tags[group] += others.tags[other];
        for (int column = 0; column < Costs.COLUMNS; column++) {
            sums.add(group * Costs.COLUMNS + column, others.sums, other * Costs.COLUMNS + column);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        keys = Arrays.copyOf(keys, size * width);
        rows = Arrays.copyOf(rows, size);
        tags = Arrays.copyOf(tags, size);
        sums.trim(size * Costs.COLUMNS);
        out.defaultWriteObject();
    }

    private int append(int[] key) {
        if (size == rows.length) {
            int capacity = Math.max(16, size + (size >> 1));
            keys = Arrays.copyOf(keys, capacity * width);
            rows = Arrays.copyOf(rows, capacity);
            tags = Arrays.copyOf(tags, capacity);
        }
        System.arraycopy(key, 0, keys, size * width, width);
        return size++;
    }

    /** At most half of the slots are taken. */
    private int[] slots() {
        int[] table = slots;
        if (table == null || 2 * size >= table.length) {
            table = new int[Math.max(64, Integer.highestOneBit(size) * 4)];
            Arrays.fill(table, FREE);
            for (int group = 0; group < size; group++) {
                int slot = hash(keys, group * width) & (table.length - 1);
                while (table[slot] != FREE) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = group;
            }
            slots = table;
        }
        return table;
    }

    private int hash(int[] parts, int from) {
        int hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = (hash + parts[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }
}
