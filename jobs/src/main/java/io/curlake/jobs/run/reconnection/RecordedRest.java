package io.curlake.jobs.run.reconnection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.sums.KeptCosts;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.model.FileAmounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What of a delivery is not kept where nobody reads it again: valued by the groups of {@code delivered_cost}, each of which
 * is of one account.
 *
 * @param unconnected by file and currency; the groups know no files
 */
record RecordedRest(RecordedDelivery recorded, KeepRule rule, List<FileAmounts> unconnected) implements Rest {
    @Override
    public List<FileAmounts> rejected() {
        return recorded.ledger().rejected();
    }

    @Override
    public Map<AccountAndType, Long> unconnectedRows() {
        return recorded.sums().rows(account -> !rule.keeps(account));
    }

    @Override
    public Dataset<Row> costs() {
        Object[] kept = recorded.sums().accounts().filter(rule::keeps).toArray();
        return groups().filter(not(col("usage_account_id").isin(kept))).drop(CostGrain.TAGS_HASH);
    }

    @Override
    public Dataset<Row> costsWith(KeptCosts kept) {
        return groups();
    }

    private Dataset<Row> groups() {
        return recorded.costs()
                .select(Stream.of(CostGrain.COLUMNS.fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }

    /** Holds nothing on executors. */
    @Override
    public void close() {}
}
