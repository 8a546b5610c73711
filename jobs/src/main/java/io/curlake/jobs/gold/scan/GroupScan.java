package io.curlake.jobs.gold.scan;

import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.gold.scan.text.ChargeText;
import io.curlake.jobs.gold.scan.text.ChargeTexts;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.GroupTable;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds the charges of a file up as one {@link Grouping} wants it. */
final class GroupScan {
    private final Grouping grouping;
    private final ChargeTexts texts;
    private final ChargeAmounts amounts;
    private final TextGroups groups;
    private final int[] key;
    private int last = -1;

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
                find(keys, row);
                for (int note = 0; note < notes.length; note++) {
                    groups.note(last, note, notes[note][row]);
                }
                groups.table().addRow(last);
                for (Addition addition : additions.computeIfAbsent(kinds[row], this::additions)) {
                    addition.add(groups.table(), last, row);
                }
            }
        }
    }

    /** What was added up, with no texts but those of groups. */
    TextGroups groups() {
        return groups.where(group -> true);
    }

    /** The group of a row, which is often that of the row before. */
    private void find(int[][] keys, int row) {
        key[0] = grouping.isByDay() ? texts.days()[row] : TextGroups.NO_DAY;
        for (int text = 0; text < keys.length; text++) {
            key[1 + text] = keys[text][row];
        }
        if (!groups.isAt(last, key)) {
            last = groups.groupOf(key);
        }
    }

    /** What rows of a kind add in this batch: nothing for columns that are all zero. */
    private Addition[] additions(ChargeKind kind) {
        List<Addition> additions = new ArrayList<>();
        List<Terms> ofKind = grouping.amounts(kind);
        for (int amount = 0; amount < ofKind.size(); amount++) {
            for (Terms.Plain term : ofKind.get(amount).plain()) {
                double[] values = amounts.of(term.column());
                if (values.length > 0) {
                    additions.add(new Addition(amount, values, term.sign(), null));
                }
            }
            for (Terms.Share share : ofKind.get(amount).shares()) {
                additions.add(new Addition(amount, new double[0], 1, share));
            }
        }
        return additions.toArray(Addition[]::new);
    }

    /** One term of one amount: a column's value or, where there is one, a share. */
    private final class Addition {
        private final int amount;
        private final double[] values;
        private final int sign;
        private final Terms.@Nullable Share share;

        Addition(int amount, double[] values, int sign, Terms.@Nullable Share share) {
            this.amount = amount;
            this.values = values;
            this.sign = sign;
            this.share = share;
        }

        void add(GroupTable table, int group, int row) {
            if (share == null) {
                table.add(group, amount, sign * values[row]);
            } else {
                table.add(group, amount, amounts.of(Objects.requireNonNull(share), row));
            }
        }
    }
}
