package io.curlake.jobs.gold.tag;

import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The value of every key for a set of labels, as codes of the table that is made: each set is looked at once. */
final class TagValues {
    /** Where kind, key and value are in a row, whose first part is the day. */
    private static final int KIND = 2;

    private static final int NAME = 3;
    private static final int VALUE = 4;

    private final int[] kinds;
    private final int[] names;
    /** By the code of the labels: keys and values by turns. Most charges have few of the keys. */
    private final List<int[]> present = new ArrayList<>();

    private final int[] values;

    /** @param labels of all charges */
    TagValues(TagKeys keys, Vocabulary labels, TextGroups tagged) {
        List<TagKey> sorted = keys.sorted();
        this.kinds = sorted.stream()
                .mapToInt(key -> tagged.vocabulary(KIND - 1).codeOf(key.kind().columnValue()))
                .toArray();
        this.names = sorted.stream()
                .mapToInt(key -> tagged.vocabulary(NAME - 1).codeOf(key.name()))
                .toArray();
        this.values = new int[sorted.size()];
        Map<TagKey, Integer> numbers = new HashMap<>();
        sorted.forEach(key -> numbers.put(key, numbers.size()));
        for (String text : labels.texts()) {
            present.add(TagKeys.values(Labels.of(text)).entrySet().stream()
                    .flatMapToInt(value -> Arrays.stream(new int[] {
                        Objects.requireNonNull(numbers.get(value.getKey())),
                        tagged.vocabulary(VALUE - 1).codeOf(value.getValue())
                    }))
                    .toArray());
        }
    }

    /** How many keys there are. */
    int keys() {
        return kinds.length;
    }

    /** Takes the labels that {@link #put} is about from here on. */
    void choose(int labels) {
        Arrays.fill(values, Vocabulary.EMPTY);
        int[] some = present.get(labels);
        for (int i = 0; i < some.length; i += 2) {
            values[some[i]] = some[i + 1];
        }
    }

    /** Puts a key, and its value in the labels, into a row. */
    void put(int key, int[] row) {
        row[KIND] = kinds[key];
        row[NAME] = names[key];
        row[VALUE] = values[key];
    }
}
