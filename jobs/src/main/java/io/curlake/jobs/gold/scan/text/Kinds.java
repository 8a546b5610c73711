package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The {@link ChargeKind} of each row of a batch. */
public final class Kinds {
    private static final String SOME_RESERVATION = "arn";

    private final TextCodes type;
    private final TextCodes reservation;
    /** By the code of a line item type: without a reservation, and with one. */
    private final List<ChargeKind> without = new ArrayList<>();

    private final List<ChargeKind> with = new ArrayList<>();
    private ChargeKind[] kinds = {};

    public Kinds(BatchColumns columns) {
        this.type = TextCodes.at(columns.position(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE), new Vocabulary());
        this.reservation =
                TextCodes.at(columns.position(LineItemColumn.RESERVATION_RESERVATION_A_R_N), new Vocabulary());
    }

    /** In an array that the next call overwrites and that may be longer. */
    public ChargeKind[] read(ColumnarBatch batch) {
        int[] types = type.read(batch);
        int[] reservations = reservation.read(batch);
        learn(type.vocabulary());
        int rows = batch.numRows();
        if (kinds.length < rows) {
            kinds = new ChargeKind[rows];
        }
        for (int row = 0; row < rows; row++) {
            kinds[row] = (reservations[row] == Vocabulary.EMPTY ? without : with).get(types[row]);
        }
        return kinds;
    }

    private void learn(Vocabulary types) {
        for (int code = without.size(); code < types.size(); code++) {
            without.add(ChargeKind.of(types.text(code), ""));
            with.add(ChargeKind.of(types.text(code), SOME_RESERVATION));
        }
    }
}
