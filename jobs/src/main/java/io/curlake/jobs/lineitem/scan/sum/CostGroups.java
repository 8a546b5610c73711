package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.GroupTable;
import io.curlake.jobs.lineitem.scan.group.Groups;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import io.curlake.model.FileAmounts;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows, exact sums and tag hashes by the grain of the tables {@code unconnected_cost} and {@code delivered_cost}. */
public final class CostGroups implements Groups<CostGroups> {
    private final TextGroups groups;

    /** No groups. */
    public CostGroups() {
        this(new TextGroups(new TextGroups.Shape(GrainText.COUNT, Costs.COLUMNS, List.of())));
    }

    private CostGroups(TextGroups groups) {
        this.groups = groups;
    }

    @Override
    public int size() {
        return groups.size();
    }

    @Override
    public CostGroups merge(CostGroups others) {
        groups.merge(others.groups);
        return this;
    }

    /** Those that have rows; the others are there for their tag hash only. */
    public CostGroups withRows() {
        return new CostGroups(groups.where(group -> table().rows(group) > 0));
    }

    @Override
    public List<CostGroups> split(int slices) {
        return groups.split(slices).stream().map(CostGroups::new).toList();
    }

    /** The rows of {@code delivered_cost} from the day to the tag hash; the day is a {@link java.sql.Date}. */
    @Override
    public Iterator<Row> rows() {
        return IntStream.range(0, size())
                .mapToObj(group ->
                        RowFactory.create(Stream.concat(groups.values(group).stream(), Stream.of(table().hash(group)))
                                .toArray()))
                .iterator();
    }

    public Vocabulary vocabulary(GrainText text) {
        return groups.vocabulary(text.index());
    }

    TextGroups groups() {
        return groups;
    }

    GroupTable table() {
        return groups.table();
    }

    /** The same rows by currency; refuses amounts, also those of a group, that no table can hold. */
    public List<FileAmounts> amounts(int file) {
        CurrencySums sums = new CurrencySums();
        for (int group = 0; group < size(); group++) {
            CurrencySums.refuseTooLarge(table().sums(), group, file);
            sums.add(code(group, GrainText.CURRENCY), table().rows(group), table().sums(), table().sum(group, 0));
        }
        return sums.amounts(file, vocabulary(GrainText.CURRENCY));
    }

    /** The same rows by usage account and line item type. */
    public Map<AccountAndType, Long> rowsByAccountAndType() {
        TypeCounts counts = new TypeCounts();
        for (int group = 0; group < size(); group++) {
            counts.add(
                    code(group, GrainText.USAGE_ACCOUNT_ID),
                    code(group, GrainText.LINE_ITEM_TYPE),
                    table().rows(group));
        }
        return counts.counts(vocabulary(GrainText.USAGE_ACCOUNT_ID), vocabulary(GrainText.LINE_ITEM_TYPE));
    }

    private int code(int group, GrainText text) {
        return groups.code(group, text.index());
    }
}
