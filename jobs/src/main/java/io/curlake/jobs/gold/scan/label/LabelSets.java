package io.curlake.jobs.gold.scan.label;

import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.Tuples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Numbers for the sets of labels of rows: a set is the path of its entries in a tree, and its number that of the node where
 * the path ends. Rows with the same entries in another order have another number.
 */
public final class LabelSets extends CodedTexts {
    private static final int ROOT = 0;

    /** Column, key, value. */
    private final Tuples entries = new Tuples(3);
    /** The node before, and the entry that leads from there; node n + 1 is the n-th. */
    private final Tuples steps = new Tuples(2);

    private final int[] entry = new int[3];
    private final int[] step = new int[2];
    private int node = ROOT;

    public LabelSets() {
        super(new Vocabulary());
    }

    @Override
    public void entry(int column, long key, long value) {
        entry[0] = column;
        entry[1] = (int) key;
        entry[2] = (int) value;
        step[0] = node;
        step[1] = entries.numberOf(entry);
        node = 1 + steps.numberOf(step);
    }

    @Override
    public long endOfRow() {
        long number = node;
        node = ROOT;
        return number;
    }

    /** How many numbers there are. */
    public int size() {
        return 1 + steps.size();
    }

    public Labels labels(int number) {
        List<Labels.Label> found = new ArrayList<>();
        for (int at = number; at != ROOT; at = steps.part(at - 1, 0)) {
            int label = steps.part(at - 1, 1);
            found.add(new Labels.Label(
                    Labels.COLUMNS.get(entries.part(label, 0)),
                    texts().text(entries.part(label, 1)),
                    texts().text(entries.part(label, 2))));
        }
        Collections.reverse(found);
        return new Labels(found);
    }
}
