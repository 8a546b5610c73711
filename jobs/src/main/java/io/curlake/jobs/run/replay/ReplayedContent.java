package io.curlake.jobs.run.replay;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The content of a delivery that was loaded before from the same files.
 *
 * @param before what it delivered then
 * @param refusal of the first differences
 */
record ReplayedContent(ReadableDelivery content, DeliveredAmounts before, Function<List<String>, Refusal> refusal)
        implements ReadableDelivery {
    @Override
    public Set<String> columns() {
        return content.columns();
    }

    @Override
    public Dataset<Row> rows() {
        return content.rows();
    }

    @Override
    public Fit fit() {
        return content.fit();
    }

    @Override
    public DeliveredAmounts delivered() {
        DeliveredAmounts now = content.delivered();
        List<String> differences = LedgerSide.of(before.amounts()).differencesTo(LedgerSide.of(now.amounts()));
        if (!differences.isEmpty()) {
            throw refusal.apply(differences);
        }
        return now;
    }
}
