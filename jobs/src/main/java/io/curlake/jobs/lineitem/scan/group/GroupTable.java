package io.curlake.jobs.lineitem.scan.group;

import io.curlake.model.MoneySums;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/** Rows, exact sums and a hash of groups, which are counted from 0 and found by a key of ints. */
public final class GroupTable implements Serializable {
    private final Tuples keys;
    private final int amounts;
    private final MoneySums sums;
    private long[] rows = {};
    private long[] hashes = {};

    /**
     * @param width the ints of a key
     * @param amounts the sums of a group
     */
    GroupTable(int width, int amounts) {
        this.keys = new Tuples(width);
        this.amounts = amounts;
        this.sums = new MoneySums(amounts);
    }

    int size() {
        return keys.size();
    }

    /** The group of a key, which is new and empty where the key is. */
    int groupOf(int[] key) {
        int group = keys.numberOf(key);
        if (group == rows.length) {
            int capacity = Math.max(16, group + (group >> 1));
            rows = Arrays.copyOf(rows, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
        return group;
    }

    int key(int group, int part) {
        return keys.part(group, part);
    }

    public long rows(int group) {
        return rows[group];
    }

    /** The hashes of its rows, added up modulo 2^64. */
    public long hash(int group) {
        return hashes[group];
    }

    /** All sums of all groups; see {@link #sum}. */
    public MoneySums sums() {
        return sums;
    }

    /** Where in {@link #sums} a sum is. */
    public int sum(int group, int amount) {
        return group * amounts + amount;
    }

    /** Counts a row. */
    public void addRow(int group) {
        rows[group]++;
    }

    /** Adds an amount of a row. */
    public void add(int group, int amount, double value) {
        sums.add(group * amounts + amount, value);
    }

    /** Adds an amount of a row, of scale 18. */
    public void add(int group, int amount, BigDecimal value) {
        sums.add(group * amounts + amount, value);
    }

    /** Adds the hash of a row. */
    public void addHash(int group, long hash) {
        hashes[group] += hash;
    }

    /** Adds another table's group. */
    void add(int group, GroupTable others, int other) {
        rows[group] += others.rows[other];
        hashes[group] += others.hashes[other];
        for (int amount = 0; amount < amounts; amount++) {
            sums.add(sum(group, amount), others.sums, other * amounts + amount);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        rows = Arrays.copyOf(rows, size());
        hashes = Arrays.copyOf(hashes, size());
        sums.trim(size() * amounts);
        out.defaultWriteObject();
    }
}
