package io.curlake.jobs.gold.scan;

import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.gold.scan.text.ChargeText;
import io.curlake.jobs.gold.scan.text.ChargeTexts;
import io.curlake.jobs.lineitem.scan.column.Times;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.GroupTable;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds the charges of a file up as one {@link Grouping} wants it. */
final class GroupScan {
    private final Grouping grouping;
    private final ChargeTexts texts;
    private final ChargeAmounts amounts;
    private final TextGroups groups;
    private final int[] key;

    GroupScan(Grouping grouping, ChargeTexts texts, ChargeAmounts amounts) {
        this.grouping = grouping;
        this.texts = texts;
        this.amounts = amounts;
        this.groups = new TextGroups(
                grouping.shape(),
                Stream.concat(grouping.key().stream(), grouping.notes().stream())
                        .map(texts::vocabulary)
                        .toArray(Vocabulary[]::new));
        this.key = new int[1 + grouping.key().size()];
        for (ChargeKind kind : grouping.kinds()) {
            grouping.amounts(kind).stream().flatMap(Terms::columns).forEach(amounts::require);
        }
    }

    /** Takes some rows of the batch that texts and amounts have read. */
    void add(int[] rows) {
        ChargeText filter = grouping.present();
        int[] present = filter == null ? null : texts.codes(filter);
        if (present != null && Vocabulary.areEmpty(present, rows)) {
            return;
        }
        int[][] keys = grouping.key().stream().map(texts::codes).toArray(int[][]::new);
        int[][] notes = grouping.notes().stream().map(texts::codes).toArray(int[][]::new);
        ChargeKind[] kinds = texts.kinds();
        Map<ChargeKind, Addition[]> additions = new EnumMap<>(ChargeKind.class);
        for (int row : rows) {
            if ((present == null || present[row] != Vocabulary.EMPTY)
                    && grouping.kinds().contains(kinds[row])) {
                int group = find(keys, row);
                for (int note = 0; note < notes.length; note++) {
                    groups.note(group, note, notes[note][row]);
                }
                groups.table().addRow(group);
                for (Addition addition : additions.computeIfAbsent(kinds[row], this::additions)) {
                    addition.add(group, row);
                }
            }
        }
    }

    /** What was added up, with no texts but those of groups. */
    TextGroups groups() {
        return groups.where(group -> true);
    }

    private int find(int[][] keys, int row) {
        key[0] = grouping.isByDay() ? texts.days()[row] : Times.NO_DAY;
        for (int text = 0; text < keys.length; text++) {
            key[1 + text] = keys[text][row];
        }
        return groups.groupOf(key);
    }

    /** What rows of a kind add in this batch: nothing for columns that are all zero. */
    private Addition[] additions(ChargeKind kind) {
        GroupTable table = groups.table();
        List<Addition> additions = new ArrayList<>();
        List<Terms> ofKind = grouping.amounts(kind);
        for (int i = 0; i < ofKind.size(); i++) {
            int amount = i;
            for (Terms.Plain term : ofKind.get(i).plain()) {
                double[] values = amounts.of(term.column());
                if (values.length > 0) {
                    additions.add((group, row) -> table.add(group, amount, term.sign() * values[row]));
                }
            }
            for (Terms.Share share : ofKind.get(i).shares()) {
                additions.add((group, row) -> table.add(group, amount, amounts.of(share, row)));
            }
        }
        return additions.toArray(Addition[]::new);
    }

    /** Adds one term of one amount of a row. */
    private interface Addition {
        void add(int group, int row);
    }
}
