package io.curlake.jobs.lineitem.scan.group;

import io.curlake.jobs.lineitem.scan.column.Times;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Rows and exact sums by a UTC day and texts, of which an absent one is ''. A group may have notes besides, texts that are
 * not of its key. With nine key parts and six sums it takes some 160 bytes, in memory as well as serialized.
 */
public final class TextGroups implements Groups<TextGroups> {
    /** Stands for a code that was not translated yet. */
    private static final int NO_CODE = -1;

    private final Shape shape;
    private final Vocabulary[] vocabularies;
    private final GroupTable table;
    private final int[][] notes;

    /**
     * What a group is made of.
     *
     * @param texts of the key, besides the day
     * @param amounts sums
     * @param notes texts that are not of the key
     */
    public record Shape(int texts, int amounts, List<Note> notes) implements java.io.Serializable {
        public Shape {
            notes = List.copyOf(notes);
        }
    }

    /** No groups. */
    public TextGroups(Shape shape) {
        this(
                shape,
                Stream.generate(Vocabulary::new)
                        .limit(shape.texts() + shape.notes().size())
                        .toArray(Vocabulary[]::new));
    }

    /** No groups as yet, of codes of these vocabularies: first those of the key, then those of the notes. */
    public TextGroups(Shape shape, Vocabulary[] vocabularies) {
        this.shape = shape;
        this.vocabularies = vocabularies;
        this.table = new GroupTable(1 + shape.texts(), shape.amounts());
        this.notes = new int[shape.notes().size()][0];
    }

    @Override
    public int size() {
        return table.size();
    }

    public GroupTable table() {
        return table;
    }

    /** The vocabulary of a text of the key, or, counted on, of a note. */
    public Vocabulary vocabulary(int text) {
        return vocabularies[text];
    }

    /** The day as days since 1970, or {@link Times#NO_DAY}. */
    public int day(int group) {
        return table.key(group, 0);
    }

    /** The code of a text of the key. */
    public int code(int group, int text) {
        return table.key(group, 1 + text);
    }

    public String text(int group, int text) {
        return vocabularies[text].text(code(group, text));
    }

    /** The group of a key, the day first; new where the key is. */
    public int groupOf(int[] key) {
        return table.groupOf(key);
    }

    /** Adds another's group to that of a key, the day first; notes are not added. */
    public void add(int[] key, TextGroups others, int group) {
        table.add(table.groupOf(key), others.table, group);
    }

    /** Takes the code of a note of a row that is about to be added to the group. */
    public void note(int group, int note, int code) {
        boolean isFirst = table.rows(group) == 0;
        if (notes[note].length <= group) {
            notes[note] = Arrays.copyOf(notes[note], Math.max(16, group + 1 + (group >> 1)));
        }
        int before = notes[note][group];
        notes[note][group] =
                isFirst ? code : shape.notes().get(note).of(before, code, vocabularies[shape.texts() + note]);
    }

    @Override
    public TextGroups merge(TextGroups others) {
        int[][] recoded = noCodes(others);
        for (int group = 0; group < others.size(); group++) {
            add(others, group, recoded);
        }
        return this;
    }

    /** Some of the groups, with no other texts than theirs. */
    public TextGroups where(IntPredicate isWanted) {
        TextGroups some = new TextGroups(shape);
        int[][] recoded = noCodes(this);
        IntStream.range(0, size()).filter(isWanted).forEach(group -> some.add(this, group, recoded));
        return some;
    }

    @Override
    public List<TextGroups> split(int slices) {
        int[] sliceOf = slicesOfGroups(slices);
        return IntStream.range(0, slices)
                .mapToObj(slice -> where(group -> sliceOf[group] == slice))
                .toList();
    }

    @Override
    public Iterator<Row> rows() {
        return IntStream.range(0, size())
                .mapToObj(group -> RowFactory.create(values(group).toArray()))
                .iterator();
    }

    /** The day as {@link java.sql.Date}, the texts of the key, the rows, the sums and the notes. */
    public List<@Nullable Object> values(int group) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(day(group) == Times.NO_DAY ? null : DateTimeUtils.toJavaDate(day(group)));
        for (int text = 0; text < shape.texts(); text++) {
            values.add(text(group, text));
        }
        values.add(table.rows(group));
        for (int amount = 0; amount < shape.amounts(); amount++) {
            values.add(table.sums().total(table.sum(group, amount)));
        }
        for (int note = 0; note < notes.length; note++) {
            values.add(vocabularies[shape.texts() + note].text(notes[note][group]));
        }
        return values;
    }

    private void add(TextGroups others, int group, int[][] recoded) {
        int[] key = new int[1 + shape.texts()];
        key[0] = others.day(group);
        for (int text = 0; text < shape.texts(); text++) {
            key[1 + text] = recoded(others, text, others.code(group, text), recoded);
        }
        int mine = table.groupOf(key);
        for (int note = 0; note < notes.length; note++) {
            note(mine, note, recoded(others, shape.texts() + note, others.notes[note][group], recoded));
        }
        table.add(mine, others.table, group);
    }

    private int recoded(TextGroups others, int text, int code, int[][] recoded) {
        if (recoded[text][code] == NO_CODE) {
            recoded[text][code] = vocabularies[text].codeOf(others.vocabularies[text].text(code));
        }
        return recoded[text][code];
    }

    private static int[][] noCodes(TextGroups groups) {
        return Stream.of(groups.vocabularies)
                .map(texts -> {
                    int[] codes = new int[texts.size()];
                    Arrays.fill(codes, NO_CODE);
                    return codes;
                })
                .toArray(int[][]::new);
    }

    private int[] slicesOfGroups(int slices) {
        int[][] hashes = Stream.of(vocabularies)
                .map(texts -> IntStream.range(0, texts.size())
                        .map(code -> texts.text(code).hashCode())
                        .toArray())
                .toArray(int[][]::new);
        return IntStream.range(0, size())
                .map(group -> Math.floorMod(hash(group, hashes), slices))
                .toArray();
    }

    private int hash(int group, int[][] hashes) {
        int hash = day(group);
        for (int text = 0; text < shape.texts(); text++) {
            hash = hash * 0x9E3779B1 + hashes[text][code(group, text)];
        }
        return hash ^ hash >>> 16;
    }
}
