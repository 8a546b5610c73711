package io.curlake.jobs.run.staging;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.lineitem.SortedLineItems;
import io.curlake.jobs.lineitem.UnconnectedCost;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.table.Publication;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the kept rows anew: every format, and files that are not as {@code line_item} has them. */
final class Rewriting implements Staging {
    private final PinnedSource source;
    private final SortedLineItems lineItems;
    private final Optional<String> misfit;

    /** @param misfit why the delivery is not adopted, where a person might wonder */
    Rewriting(PinnedSource source, Optional<String> misfit) {
        this.source = source;
        this.lineItems = source.lineItems();
        this.misfit = misfit;
    }

    @Override
    public Way way() {
        return Way.REWRITTEN;
    }

    @Override
    public Rest stage(Publication publication) {
        source.chooseCodeGeneration();
        Rest rest = UnconnectedCost.of(lineItems);
        try {
            publication.write(lineItems.kept());
            return rest;
        } catch (Exception e) {
            rest.close();
            throw e;
        }
    }

    @Override
    public DeliveredAmounts delivered() {
        return source.readable().delivered();
    }

    @Override
    public void checkSource() {
        source.checkUnchanged();
    }

    @Override
    public Optional<Dataset<Row>> rejected() {
        return Optional.of(lineItems.rejected());
    }

    @Override
    public List<String> notices() {
        return misfit.map(why -> List.of("rewritten, because AWS's files cannot be adopted: " + why))
                .orElse(List.of());
    }
}
