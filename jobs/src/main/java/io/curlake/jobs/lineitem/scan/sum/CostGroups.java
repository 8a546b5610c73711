package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.FileAmounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Rows, exact sums and tag hashes by the grain of the tables {@code unconnected_cost} and {@code delivered_cost}: the UTC
 * day on which the usage starts, and eight texts, of which an absent one is ''. A group takes some 160 bytes, in memory as
 * well as serialized.
 */
public final class CostGroups implements Serializable {
    /** The day of rows whose usage has no start. */
    static final int NO_DAY = Integer.MIN_VALUE;

    /** Stands for a code that was not translated yet. */
    private static final int NO_CODE = -1;

    private static final int TEXTS = GrainText.COUNT;
    private static final int WIDTH = 1 + TEXTS;

    private final Vocabulary[] vocabularies =
            Stream.generate(Vocabulary::new).limit(TEXTS).toArray(Vocabulary[]::new);
    private final GroupTable table = new GroupTable(WIDTH);

    /** No groups. */
    public CostGroups() {}

    public int size() {
        return table.size();
    }

    /** Adds the other groups to these, and returns these. */
    public CostGroups merge(CostGroups others) {
        int[][] recoded = noCodes(others);
        for (int group = 0; group < others.size(); group++) {
            add(others, group, recoded);
        }
        return this;
    }

    /** Those that have rows; the others are there for their tag hash only. */
    public CostGroups withRows() {
        CostGroups some = new CostGroups();
        int[][] recoded = noCodes(this);
        for (int group = 0; group < size(); group++) {
            if (table.rows(group) > 0) {
                some.add(this, group, recoded);
            }
        }
        return some;
    }

    /**
     * Spreads the groups over slices by a hash of the grain, the same in every file and process: groups of one grain are
     * always in the slice of the same number.
     */
    public List<CostGroups> split(int slices) {
        int[] sliceOf = slicesOfGroups(slices);
        int[][] recoded = noCodes(this);
        List<CostGroups> parts = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            CostGroups part = new CostGroups();
            Stream.of(recoded).forEach(codes -> Arrays.fill(codes, NO_CODE));
            for (int group = 0; group < size(); group++) {
                if (sliceOf[group] == slice) {
                    part.add(this, group, recoded);
                }
            }
            parts.add(part);
        }
        return parts;
    }

    /** The rows of {@code delivered_cost} from the day to the tag hash; the day is a {@link java.sql.Date}. */
    public Iterator<Row> rows() {
        return IntStream.range(0, size()).mapToObj(this::row).iterator();
    }

    public Vocabulary vocabulary(GrainText text) {
        return vocabularies[text.index()];
    }

    GroupTable table() {
        return table;
    }

    /** The same rows by currency; refuses amounts, also those of a group, that no table can hold. */
    public List<FileAmounts> amounts(int file) {
        CurrencySums sums = new CurrencySums();
        for (int group = 0; group < size(); group++) {
            CurrencySums.refuseTooLarge(table.sums(), group, file);
            sums.add(code(group, GrainText.CURRENCY), table.rows(group), table.sums(), group * Costs.COLUMNS);
        }
        return sums.amounts(file, vocabulary(GrainText.CURRENCY));
    }

    /** The same rows by usage account and line item type. */
    public Map<AccountAndType, Long> rowsByAccountAndType() {
        TypeCounts counts = new TypeCounts();
        for (int group = 0; group < size(); group++) {
            counts.add(
                    code(group, GrainText.USAGE_ACCOUNT_ID), code(group, GrainText.LINE_ITEM_TYPE), table.rows(group));
        }
        return counts.counts(vocabulary(GrainText.USAGE_ACCOUNT_ID), vocabulary(GrainText.LINE_ITEM_TYPE));
    }

    private void add(CostGroups others, int group, int[][] recoded) {
        int[] key = new int[WIDTH];
        key[0] = others.table.key(group, 0);
        for (int text = 0; text < TEXTS; text++) {
            int code = others.table.key(group, 1 + text);
            if (recoded[text][code] == NO_CODE) {
                recoded[text][code] = vocabularies[text].codeOf(others.vocabularies[text].text(code));
            }
            key[1 + text] = recoded[text][code];
        }
        table.add(table.groupOf(key), others.table, group);
    }

    private static int[][] noCodes(CostGroups groups) {
        int[][] codes = new int[TEXTS][];
        for (int text = 0; text < TEXTS; text++) {
            codes[text] = new int[groups.vocabularies[text].size()];
            Arrays.fill(codes[text], NO_CODE);
        }
        return codes;
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
        int hash = table.key(group, 0);
        for (int text = 0; text < TEXTS; text++) {
            hash = hash * 0x9E3779B1 + hashes[text][table.key(group, 1 + text)];
        }
        return hash ^ hash >>> 16;
    }

    private Row row(int group) {
        List<@Nullable Object> values = new ArrayList<>();
        int day = table.key(group, 0);
        values.add(day == NO_DAY ? null : DateTimeUtils.toJavaDate(day));
        for (GrainText text : GrainText.values()) {
            values.add(vocabulary(text).text(code(group, text)));
        }
        values.add(table.rows(group));
        for (int column = 0; column < Costs.COLUMNS; column++) {
            values.add(table.sums().total(group * Costs.COLUMNS + column));
        }
        values.add(table.tagsHash(group));
        return RowFactory.create(values.toArray());
    }

    private int code(int group, GrainText text) {
        return table.key(group, 1 + text.index());
    }
}
