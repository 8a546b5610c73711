package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Times;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.group.GroupTable;
import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Finds the group of a row: the grain of {@link CostGroups} from the columns of a file. */
public final class GrainReader {
    private final CostGroups groups = new CostGroups();
    private final TextCodes[] texts;
    private final TextCodes reservation;
    private final Times start;

    private final int[][] codes = new int[GrainText.COUNT][];
    private int[] reservations = {};
    private int[] days = {};
    private final int[] key = new int[1 + codes.length];

    /** @param schema the columns of the batches; what they lack is absent in every row */
    public GrainReader(StructType schema) {
        this.texts = Stream.of(GrainText.values())
                .map(text -> codes(schema, text.columnName(), text))
                .toArray(TextCodes[]::new);
        this.reservation =
                codes(schema, LineItemColumn.RESERVATION_RESERVATION_A_R_N.columnName(), GrainText.COMMITMENT_ARN);
        this.start = Times.of(schema, LineItemColumn.LINE_ITEM_USAGE_START_DATE.columnName());
    }

    /** The columns that the grain is made of. */
    public static List<String> columns() {
        return Stream.of(
                        Stream.of(GrainText.values()).map(GrainText::columnName),
                        Stream.of(
                                        LineItemColumn.RESERVATION_RESERVATION_A_R_N,
                                        LineItemColumn.LINE_ITEM_USAGE_START_DATE)
                                .map(LineItemColumn::columnName))
                .flatMap(names -> names)
                .toList();
    }

    /** Takes the next batch in place of the one before. */
    public void read(ColumnarBatch batch) {
        for (int text = 0; text < texts.length; text++) {
            codes[text] = texts[text].read(batch);
        }
        reservations = reservation.read(batch);
        days = start.readDays(batch);
    }

    /** The codes of the batch's rows. */
    public int[] codes(GrainText text) {
        return codes[text.index()];
    }

    /** The groups of the rows that were added. */
    public CostGroups groups() {
        return groups;
    }

    /** Adds a row of the batch to its group. */
    public void add(Costs costs, int row, long tagsHash) {
        int group = find(row);
        GroupTable table = groups.table();
        table.addRow(group);
        table.addHash(group, tagsHash);
        for (int column = 0; column < Costs.COLUMNS; column++) {
            double[] amounts = costs.amounts(column);
            if (amounts.length > 0 && amounts[row] != 0.0) {
                table.add(group, column, amounts[row]);
            }
        }
    }

    /** Adds to the tag hash of a row's group only: its cost is added elsewhere. */
    public void addTags(int row, long tagsHash) {
        groups.table().addHash(find(row), tagsHash);
    }

    private int find(int row) {
        key[0] = days[row];
        for (int text = 0; text < codes.length; text++) {
            key[1 + text] = codes[text][row];
        }
        int commitment = 1 + GrainText.COMMITMENT_ARN.index();
        if (key[commitment] == Vocabulary.EMPTY) {
            key[commitment] = reservations[row];
        }
        return groups.groups().groupOf(key);
    }

    private TextCodes codes(StructType schema, String column, GrainText text) {
        return TextCodes.of(schema, column, groups.vocabulary(text));
    }
}
