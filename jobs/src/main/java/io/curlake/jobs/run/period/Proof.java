package io.curlake.jobs.run.period;

import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.table.staged.ReadBack;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was found while a period's ledger was proved. Closing it gives up what it holds on executors.
 *
 * @param kept as readers will see it
 * @param rest what is not kept
 */
record Proof(Ledger ledger, Census census, ReadBack kept, Rest rest) implements AutoCloseable {
    /** The cost of all that was delivered but the rejected rows, at the grain of {@code delivered_cost}. */
    Dataset<Row> deliveredCosts() {
        return rest.costsWith(kept);
    }

    @Override
    public void close() {
        kept.close();
        rest.close();
    }
}
