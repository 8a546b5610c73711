package io.curlake.jobs.gold.scan.text;

import static io.curlake.model.LineItemColumn.SPLIT_LINE_ITEM_PARENT_RESOURCE_ID;
import static io.curlake.model.LineItemColumn.SPLIT_LINE_ITEM_SPLIT_COST;
import static io.curlake.model.LineItemColumn.SPLIT_LINE_ITEM_UNUSED_COST;

import io.curlake.jobs.lineitem.scan.column.Amounts;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * What a container runs on. Of an instance there are children, which name it; of Fargate there are lines that have no parent
 * and cost what they say themselves. '' is a line that is not split.
 */
final class RunsOn implements TextSource {
    private final TextCodes parent;
    private final Amounts used;
    private final Amounts unused;
    private final int instance;
    private final int fargate;

    RunsOn(BatchColumns columns, Vocabulary vocabulary) {
        this.parent = TextCodes.at(columns.position(SPLIT_LINE_ITEM_PARENT_RESOURCE_ID), new Vocabulary());
        this.used = Amounts.at(columns.position(SPLIT_LINE_ITEM_SPLIT_COST));
        this.unused = Amounts.at(columns.position(SPLIT_LINE_ITEM_UNUSED_COST));
        this.instance = vocabulary.codeOf("EC2");
        this.fargate = vocabulary.codeOf("Fargate");
    }

    @Override
    public int[] read(ColumnarBatch batch) {
        int[] parents = parent.read(batch);
        double[] ofUse = used.read(batch);
        double[] ofIdleness = unused.read(batch);
        int[] codes = new int[batch.numRows()];
        for (int row = 0; row < codes.length; row++) {
            if (parents[row] != Vocabulary.EMPTY) {
                codes[row] = instance;
            } else if (isCost(ofUse, row) || isCost(ofIdleness, row)) {
                codes[row] = fargate;
            }
        }
        return codes;
    }

    private static boolean isCost(double[] amounts, int row) {
        return amounts.length > 0 && amounts[row] != 0.0;
    }
}
