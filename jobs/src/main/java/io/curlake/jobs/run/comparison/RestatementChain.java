package io.curlake.jobs.run.comparison;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.restatement.ChainedRestatements;
import io.curlake.jobs.restatement.DeliveryPair;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The way from one loaded delivery to a later one through the table {@code restatement}. A load that found nothing
 * changed has no rows there, and neither has one whose restatement was never written: the totals tell them apart.
 *
 * @param totals as the ledgers of both ends recorded them
 * @param steps from how many deliveries to their next one
 */
record RestatementChain(Dataset<Row> restatement, List<CurrencyTotal> totals, int steps) {
    /** Empty where one end was never loaded, or the later one first. */
    static Optional<RestatementChain> of(Warehouse warehouse, LoadedDeliveries loaded, DeliveryPair pair) {
        Optional<LoadedDelivery> from = loaded.of(pair.before());
        Optional<LoadedDelivery> to = loaded.of(pair.after());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<LoadedDelivery> chain = loaded.chain(from.get(), to.get());
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        Dataset<Row> links = warehouse
                .tables()
                .readQuickly(TableName.RESTATEMENT, to.get().partition())
                .filter(isLink(chain));
        return Optional.of(new RestatementChain(
                ChainedRestatements.of(links, pair),
                CurrencyTotal.of(warehouse, from.get(), to.get()),
                chain.size() - 1));
    }

    String notice() {
        return "from the restatements of " + steps + (steps == 1 ? " load" : " loads");
    }

    private static Column isLink(List<LoadedDelivery> chain) {
        return IntStream.range(1, chain.size())
                .mapToObj(i -> col("delivery_before")
                        .equalTo(chain.get(i - 1).deliveryId())
                        .and(col("delivery_after").equalTo(chain.get(i).deliveryId())))
                .reduce(lit(false), Column::or);
    }
}
