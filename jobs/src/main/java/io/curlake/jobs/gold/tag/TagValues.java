package io.curlake.jobs.gold.tag;

import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.List;

/** The value of every key for every set of labels, as codes of the table that is made: each set is looked at once. */
final class TagValues {
    /** Where kind, key and value are in a row, whose first part is the day. */
    private static final int KIND = 2;

    private final int[] kinds;
    private final int[] names;
    /** By the code of the labels, then by key. */
    private final int[][] values;

    /** @param labels of all charges */
    TagValues(TagKeys keys, Vocabulary labels, TextGroups tagged) {
        List<TagKey> sorted = keys.sorted();
        this.kinds = sorted.stream()
                .mapToInt(key -> vocabulary(tagged, 0).codeOf(key.kind().columnValue()))
                .toArray();
        this.names = sorted.stream()
                .mapToInt(key -> vocabulary(tagged, 1).codeOf(key.name()))
                .toArray();
        this.values = labels.texts().stream()
                .map(Labels::of)
                .map(ofCharge -> sorted.stream()
                        .mapToInt(key -> vocabulary(tagged, 2).codeOf(keys.value(key, ofCharge)))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** How many keys there are. */
    int keys() {
        return kinds.length;
    }

    /** Puts a key, and its value in some labels, into a row. */
    void put(int key, int labels, int[] row) {
        row[KIND] = kinds[key];
        row[KIND + 1] = names[key];
        row[KIND + 2] = values[labels][key];
    }

    private static Vocabulary vocabulary(TextGroups tagged, int text) {
        return tagged.vocabulary(1 + text);
    }
}
